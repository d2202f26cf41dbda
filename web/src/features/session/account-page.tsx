import { useState } from 'react';
import { useVerb } from '../../data';
import { graphql } from '../../graphql';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Page } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { CalendarFeed } from '../account/calendar-feed';
import { MailChoice } from '../account/mail-choice';
import { OwnTime } from '../time/own-time';
import { usePerson } from './me';
import { words } from './words';

const CHANGE = graphql(`
  mutation ChangePassword($commandId: Uuid!, $input: ChangePasswordInput!) {
    changePassword(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const EMPTY = { current: '', next: '', again: '' };

/** As what one works here, and one's password. */
export default function AccountPage() {
  const w = useWords(words);
  const names = useWords(codes);
  const { name, postings } = usePerson();
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
  const field = (key: keyof typeof EMPTY, label: string, wrong: string | false | undefined) => (
    <TextField
      label={label}
      type="password"
      autoComplete={key === 'current' ? 'current-password' : 'new-password'}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      fault={wrong}
      isRequired
    />
  );
  return (
    <Page title={name}>
      <title>{`${name} | ${w.product}`}</title>
      <ul>
        {postings.map(({ profession, agency }) => (
          <li key={`${profession} ${agency?.id ?? ''}`}>
            {agency?.name}・{names.profession[profession]}
          </li>
        ))}
      </ul>
      <div className="max-w-xl">
        <Form label={w.changePassword} action={w.changePassword} verb={verb} onSend={send}>
          {field('current', w.currentPassword, fault('current'))}
          {field('next', w.nextPassword, fault('next'))}
          {field('again', w.nextAgain, typed.again !== '' && differs && w.passwordsDiffer)}
        </Form>
      </div>
      {isDone && <Notice look="good">{w.passwordChanged}</Notice>}
      <CalendarFeed />
      <MailChoice />
      <OwnTime />
    </Page>
  );
}
