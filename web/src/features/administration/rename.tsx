import { useState } from 'react';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { useWords } from '../../words/language';
import { useRenameAgency, useRenameStaff, type Agency, type Person } from './directory';
import { words } from './words';

/** An agency that is called otherwise from now on, and stays the same. */
export function RenameAgency({ agency, close }: { readonly agency: Agency; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [name, setName] = useState(agency.name);
  const verb = useRenameAgency();
  const isMissing = name.trim() === '';
  const send = () => !isMissing && verb.send({ agencyId: agency.id, version: agency.version, name }, close);
  return (
    <Form label={w.renameOf(agency.name)} action={w.save} verb={verb} onSend={send} onCancel={close}>
      <p>{w.renameText}</p>
      <TextField
        label={w.agencyName}
        value={name}
        onChange={setName}
        fault={(isMissing && g.required) || (verb.refusal?.isAbout('name') && verb.refusal.message)}
        isRequired
      />
    </Form>
  );
}

/** Somebody who is called otherwise from now on, or whose name was written wrongly. */
export function RenameStaff({ person, close }: { readonly person: Person; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [called, setCalled] = useState({ name: person.name, kana: person.kana });
  const verb = useRenameStaff();
  const fault = (field: 'name' | 'kana') =>
    (called[field].trim() === '' && g.required) || (verb.refusal?.isAbout(field) && verb.refusal.message);
  const send = () => {
    if (called.name.trim() !== '' && called.kana.trim() !== '')
      verb.send({ staffId: person.id, version: person.version, ...called }, close);
  };
  return (
    <Form label={w.renamePerson(person.name)} action={w.save} verb={verb} onSend={send} onCancel={close}>
      <p>{w.renameText}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={w.name}
          value={called.name}
          onChange={(name) => setCalled({ ...called, name })}
          fault={fault('name')}
          isRequired
        />
        <TextField
          label={w.kana}
          value={called.kana}
          onChange={(kana) => setCalled({ ...called, kana })}
          fault={fault('kana')}
          isRequired
        />
      </div>
    </Form>
  );
}
