import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { AnyOf } from '../../ui/choices';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { useWords } from '../../words/language';
import { ALL_PARTS, subjectsOf, type Part } from './reach';
import { useIssue, type Access } from './tokens';
import { words } from './words';

interface Issuing {
  readonly label: string;
  readonly serviceId: string | null;
  readonly also: readonly QueryKey[];
  readonly done: (token: string) => void;
  readonly cancel: () => void;
}

/** What a new token is for, what it may do, what it reaches and for how long. */
export function IssueToken({ label, serviceId, also, done, cancel }: Issuing) {
  const w = useWords(words);
  const [name, setName] = useState('');
  const [access, setAccess] = useState<Access>('READ');
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [days, setDays] = useState('90');
  const verb = useIssue(also);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const input = { name, access, subjects: subjectsOf(parts), days: Number(days) || 0, staffId: serviceId };
  return (
    <Form
      label={label}
      action={w.issue}
      verb={verb}
      onSend={() => verb.send(input, ({ issueToken }) => done(issueToken.token))}
      onCancel={cancel}
    >
      <TextField label={w.name} value={name} onChange={setName} fault={fault('name')} isRequired />
      <Choose
        label={w.access}
        value={access}
        onChange={(value) => setAccess(value as Access)}
        options={(['READ', 'WRITE'] as const).map((value) => ({ value, label: w[value] }))}
      />
      <AnyOf
        label={w.reach}
        hint={w.reachHint}
        choices={ALL_PARTS.map((value) => ({ value, label: w.parts[value] }))}
        value={parts}
        onChange={setParts}
      />
      <TextField label={w.days} value={days} onChange={setDays} fault={fault('days')} isRequired />
    </Form>
  );
}
