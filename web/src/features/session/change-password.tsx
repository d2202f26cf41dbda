import { useState } from 'react';
import { useVerb } from '../../data';
import { graphql } from '../../graphql';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { words as says } from './sign-in-words';
import { words } from './words';

const CHANGE = graphql(`
  mutation ChangePassword($commandId: Uuid!, $input: ChangePasswordInput!) {
    changePassword(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const EMPTY = { current: '', next: '', again: '' };

export function ChangePassword() {
  const w = useWords(words);
  const s = useWords(says);
  const [typed, setTyped] = useState(EMPTY);
  const [isDone, setDone] = useState(false);
  const verb = useVerb(CHANGE);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const differs = typed.next !== typed.again;
  const send = () => {
    setDone(false);
    if (differs || typed.next === '') return;
    verb.send({ current: typed.current, next: typed.next }, () => {
      setTyped(EMPTY);
      setDone(true);
    });
  };
  const field = (key: keyof typeof EMPTY, label: string, wrong: string | false | undefined, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      type="password"
      autoComplete={key === 'current' ? 'current-password' : 'new-password'}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      fault={wrong}
      isRequired
    />
  );
  return (
    <Section title={w.changePassword}>
      <Form label={w.changePassword} action={w.changePassword} verb={verb} onSend={send}>
        {field('current', w.currentPassword, fault('current'))}
        {field('next', w.nextPassword, fault('next'), s.passwordHint)}
        {field('again', w.nextAgain, typed.again !== '' && differs && w.passwordsDiffer)}
      </Form>
      {isDone && <Notice look="good">{w.passwordChanged}</Notice>}
    </Section>
  );
}
