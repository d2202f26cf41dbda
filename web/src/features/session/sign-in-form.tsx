import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { useSignIn } from './me';
import { words } from './words';

export function SignInForm({ onDone }: { readonly onDone: (staffId: string) => void | Promise<void> }) {
  const w = useWords(words);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { send, refusal, isSending } = useSignIn(onDone);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void send(login, password);
      }}
    >
      <TextField label={w.login} value={login} onChange={setLogin} autoComplete="username" isRequired />
      <TextField label={w.password} value={password} onChange={setPassword} type="password" autoComplete="current-password" isRequired />
      <RefusalNotice refusal={refusal} />
      <Button type="submit" look="primary" isLarge isBusy={isSending}>
        {w.signIn}
      </Button>
    </form>
  );
}
