import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { words as says } from './sign-in-words';
import { confirm, signInWithPasskey, useStep, type SignedIn } from './ways-in';

/** The password was right; now a code or a passkey. */
export function SecondStep({
  reached: { ticket, ways },
  go,
  again,
}: {
  readonly reached: Pick<SignedIn, 'ticket' | 'ways'>;
  readonly go: (signedIn: SignedIn) => void | Promise<void>;
  readonly again: () => void;
}) {
  const s = useWords(says);
  const [code, setCode] = useState('');
  const { take, refusal, isSending } = useStep(go);
  const hasPasskey = ways.includes('PASSKEY');
  const hasCode = ways.includes('TOTP') || ways.includes('RECOVERY_CODE');
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void take(() => confirm(code, ticket));
      }}
    >
      <h2 className="text-std-20B-150">{s.secondStep}</h2>
      {hasPasskey && (
        <Button look="primary" isLarge onPress={() => void take(() => signInWithPasskey(ticket))}>
          {s.addPasskey}
        </Button>
      )}
      {hasCode && <TextField label={s.code} hint={s.codeHint} value={code} onChange={setCode} autoComplete="one-time-code" isRequired />}
      <RefusalNotice refusal={refusal} />
      <Row>
        {hasCode && (
          <Button type="submit" look={hasPasskey ? 'secondary' : 'primary'} isBusy={isSending}>
            {s.goOn}
          </Button>
        )}
        <Button look="quiet" onPress={again}>
          {s.back}
        </Button>
      </Row>
    </form>
  );
}
