import { useState } from 'react';
import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { AnyOf } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Notice, Skeleton } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { words } from './words';

const MINE = graphql(`
  query MyMail {
    myMail {
      address
      notices
      invitations
      reminders
    }
  }
`);
const CHOOSE = graphql(`
  mutation ChooseMail($commandId: Uuid!, $input: ChooseMailInput!) {
    chooseMail(commandId: $commandId, input: $input) {
      id
    }
  }
`);
type Mine = ResultOf<typeof MINE>['myMail'];
type Reminder = Code<'Reminder'>;
const OF = ['NOTICES', 'INVITATIONS'] as const;
const REMINDERS = ['ON_THE_DAY', 'DAY_BEFORE', 'WEEK_BEFORE', 'START_OF_WEEK'] as const satisfies readonly Reminder[];

/** Where one wants mail, and of what: nobody gets any who has not said so. */
export function MailChoice() {
  const w = useWords(words);
  const { data } = useAsk(keys.mine('mail'), MINE, {});
  return (
    <Section title={w.mail}>
      <p>{w.mailText}</p>
      {data ? <Fields mine={data.myMail} /> : <Skeleton lines={4} />}
    </Section>
  );
}

function Fields({ mine }: { readonly mine: Mine }) {
  const w = useWords(words);
  const g = useWords(general);
  const [address, setAddress] = useState(mine?.address ?? '');
  const [of, setOf] = useState<readonly (typeof OF)[number][]>(OF.filter((one) => (one === 'NOTICES' ? mine?.notices : mine?.invitations)));
  const [reminders, setReminders] = useState<readonly Reminder[]>(mine?.reminders ?? []);
  const [wasPressed, setPressed] = useState(false);
  const [isDone, setDone] = useState(false);
  const verb = useVerb(CHOOSE);
  const send = () => {
    setPressed(true);
    setDone(false);
    if (address.trim() === '') return;
    verb.send(
      { address: address.trim(), notices: of.includes('NOTICES'), invitations: of.includes('INVITATIONS'), reminders: [...reminders] },
      () => setDone(true),
    );
  };
  return (
    <Form label={w.mail} action={w.mailSave} verb={verb} onSend={send}>
      <TextField
        label={w.mailAddress}
        value={address}
        onChange={setAddress}
        fault={(wasPressed && address.trim() === '' && g.required) || (verb.refusal?.isAbout('address') && verb.refusal.message)}
        isRequired
      />
      <AnyOf label={w.mailOf} choices={OF.map((value) => ({ value, label: w.mailAbout[value] }))} value={of} onChange={setOf} />
      <AnyOf
        label={w.reminders}
        choices={REMINDERS.map((value) => ({ value, label: w.reminder[value] }))}
        value={reminders}
        onChange={setReminders}
      />
      {isDone && <Notice look="good">{w.mailSaved}</Notice>}
    </Form>
  );
}
