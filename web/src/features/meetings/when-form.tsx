import { useState } from 'react';
import type { Refusal } from '../../ask';
import { useDraft } from '../../drafts';
import { TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { sessionsWords } from './sessions-words';
import { words } from './words';

interface When {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

interface WhenFormProps {
  readonly name: string;
  readonly label: string;
  readonly action: string;
  readonly verb: { readonly isSending: boolean; readonly refusal: Refusal | null };
  readonly initial: When;
  readonly close: () => void;
  readonly onSend: (when: When, reason: string, done: () => void) => void;
}

/** When and where a session is held instead, and why. */
export function WhenForm({ name, label, action, verb, initial, close, onSend }: WhenFormProps) {
  const w = useWords(sessionsWords);
  const p = useWords(words);
  const g = useWords(general);
  const [when, setWhen] = useState(initial);
  const [reason, setReason] = useDraft(name);
  const [wasPressed, setPressed] = useState(false);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const set = (field: keyof When) => (value: string) => setWhen({ ...when, [field]: value });
  const missing = (field: 'day' | 'from' | 'to') => wasPressed && when[field] === '' && g.required;
  const send = () => {
    setPressed(true);
    if (reason.trim() === '' || [when.day, when.from, when.to].includes('')) return;
    onSend(when, reason, () => {
      setReason('');
      close();
    });
  };
  return (
    <Form label={label} action={action} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_2fr]">
        <TextField label={w.day} type="date" min={today()} value={when.day} onChange={set('day')} fault={missing('day')} isRequired />
        <TextField
          label={w.from}
          type="time"
          value={when.from}
          onChange={set('from')}
          fault={missing('from') || fault('startsAt')}
          isRequired
        />
        <TextField label={w.to} type="time" value={when.to} onChange={set('to')} fault={missing('to') || fault('endsAt')} isRequired />
        <TextField label={p.place} value={when.place} onChange={set('place')} fault={fault('place')} />
      </div>
      <TextArea
        label={w.why}
        value={reason}
        onChange={setReason}
        rows={2}
        onSubmit={send}
        fault={(wasPressed && reason.trim() === '' && g.required) || fault('reason')}
        isRequired
      />
    </Form>
  );
}
