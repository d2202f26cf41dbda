import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { useAddContact, type ContactKind, type Member } from './household';
import { names as called } from './names';
import { words } from './words';

const KINDS = ['ADDRESS', 'PHONE', 'MOBILE', 'EMAIL'] as const satisfies readonly ContactKind[];

interface AddContactProps {
  readonly caseId: string;
  readonly member: Member;
  readonly isShielded: boolean;
  readonly close: () => void;
}

/** Adds where somebody is reached; of a shielded household it is handed in rather than shown. */
export function AddContact({ caseId, member, isShielded, close }: AddContactProps) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(called);
  const [kind, setKind] = useState<ContactKind>('MOBILE');
  const [value, setValue] = useDraft(`contact ${caseId} ${member.id}`);
  const [isMissing, setMissing] = useState(false);
  const verb = useAddContact(caseId);
  const send = () => {
    setMissing(value.trim() === '');
    if (value.trim() === '') return;
    verb.send({ memberId: member.id, kind, value }, () => {
      setValue('');
      close();
    });
  };
  return (
    <Form label={w.addOf(member.name)} action={w.save} verb={verb} onSend={send} onCancel={close}>
      {isShielded && <Notice look="warning">{w.shieldedHint}</Notice>}
      <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
        <Choose
          label={w.kind}
          value={kind}
          onChange={(chosen) => setKind(chosen as ContactKind)}
          options={KINDS.map((one) => ({ value: one, label: names.contact[one] }))}
        />
        <TextField
          label={w.value}
          value={value}
          onChange={setValue}
          fault={(isMissing && g.required) || (verb.refusal?.isAbout('value') && verb.refusal.message)}
          isRequired
        />
      </div>
      <p className="text-solid-gray-700">{w.valueHint}</p>
    </Form>
  );
}
