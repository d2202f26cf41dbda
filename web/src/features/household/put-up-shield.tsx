import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Choose, TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { useShieldAddress, type Home } from './household';
import { words } from './words';

/** Hides where a household lives, at once, saying first what that does. */
export function PutUpShield({ of, close }: { readonly of: Home; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const members = of.household?.members ?? [];
  const [memberId, setMember] = useState(members.find(({ relation }) => relation === 'SUBJECT')?.id ?? '');
  const [requestedOn, setRequested] = useState(today());
  const [authority, setAuthority] = useState('');
  const [reason, setReason] = useDraft(`shield ${of.id}`);
  const [isMissing, setMissing] = useState(false);
  const verb = useShieldAddress(of.id);
  const send = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    verb.send({ memberId, requestedOn: requestedOn || null, authority: authority.trim() || null, reason }, () => {
      setReason('');
      close();
    });
  };
  return (
    <Form label={w.putUpTitle} action={w.begin} look="danger" verb={verb} onSend={send} onCancel={close}>
      <h2 className="text-std-18B-160">{w.putUpTitle}</h2>
      <p className="max-w-4xl">{w.putUpText}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Choose
          label={w.whoAsked}
          value={memberId}
          onChange={setMember}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField label={w.requestedOn} type="date" max={today()} value={requestedOn} onChange={setRequested} />
        <TextField label={w.authority} value={authority} onChange={setAuthority} />
      </div>
      <TextArea label={w.reason} value={reason} onChange={setReason} fault={isMissing && g.required} isRequired />
    </Form>
  );
}
