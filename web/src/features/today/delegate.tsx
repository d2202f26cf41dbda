import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/field';
import { Form } from '../../ui/form';
import { useWords } from '../../words/language';
import { seatingOf, usePosted } from '../meetings/postings';
import { usePerson } from '../session/me';
import type { Today } from './today';
import { useDelegateInvitation } from './verbs';
import { words } from './words';

/** Sends somebody of the same agency instead (代理). */
export function Delegate({ invitation: { id, version, caseId, agencyId } }: { readonly invitation: Today['invitations'][number] }) {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" isOpen={isOpen} onPress={() => setOpen(!isOpen)}>
        {w.delegate}
      </Button>
      {isOpen && <Choice it={{ invitationId: id, version }} caseId={caseId} agencyId={agencyId} close={() => setOpen(false)} />}
    </>
  );
}

interface ChoiceProps {
  readonly it: { readonly invitationId: string; readonly version: number };
  readonly caseId: string | null;
  readonly agencyId: string;
  readonly close: () => void;
}

function Choice({ it, caseId, agencyId, close }: ChoiceProps) {
  const w = useWords(words);
  const { id: me } = usePerson();
  const [choice, setChoice] = useState('');
  const verb = useDelegateInvitation(caseId);
  const people = usePosted().filter((one) => one.agencyId === agencyId && one.staffId !== me);
  const person = people.find(({ value }) => value === choice);
  return (
    <Form
      label={w.delegate}
      action={w.delegateNow}
      verb={verb}
      why={!person && w.chooseDelegate}
      onSend={() => person && verb.send({ ...it, ...seatingOf(person) })}
      onCancel={close}
    >
      <Choose label={w.delegateWho} value={choice} placeholder={w.chooseDelegate} onChange={setChoice} options={people} isRequired />
    </Form>
  );
}
