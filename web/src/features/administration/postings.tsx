import { useState } from 'react';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { codes } from '../../words/codes';
import { today } from '../../words/dates';
import { useWords } from '../../words/language';
import { useEndPosting, usePostStaff, type Directory, type Person, type Posting, type Profession } from './directory';
import { words } from './words';

/** Posts somebody to an agency, as something, from a day on. */
export function PostStaff({ of, person, close }: { readonly of: Directory; readonly person: Person; readonly close: () => void }) {
  const w = useWords(words);
  const { profession: called } = useWords(codes);
  const [said, setSaid] = useState({ agencyId: '', homeAgencyId: '', profession: '' as Profession | '', since: today() });
  const [wasPressed, setPressed] = useState(false);
  const verb = usePostStaff();
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const agencies = of.agencies.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => ({ value: id, label: name }));
  // The role of key person is no profession: it is taken over on a case.
  const professions = (Object.entries(called) as [Profession | 'KEY_PERSON', string][]).filter(([value]) => value !== 'KEY_PERSON');
  const send = () => {
    setPressed(true);
    const { agencyId, homeAgencyId, profession, since } = said;
    if (agencyId === '' || profession === '') return;
    verb.send({ staffId: person.id, agencyId, homeAgencyId: homeAgencyId || null, profession, since }, close);
  };
  return (
    <Form label={w.postOf(person.name)} action={w.save} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose
          label={w.agency}
          value={said.agencyId}
          placeholder={w.choose}
          onChange={(agencyId) => change({ agencyId })}
          options={agencies}
          fault={(wasPressed && said.agencyId === '' && w.choose) || fault('agencyId')}
        />
        <Choose
          label={w.profession}
          value={said.profession}
          placeholder={w.choose}
          onChange={(profession) => change({ profession: profession as Profession })}
          options={professions.map(([value, label]) => ({ value, label }))}
          fault={(wasPressed && said.profession === '' && w.choose) || fault('profession')}
        />
        <TextField
          label={w.since}
          type="date"
          value={said.since}
          onChange={(since) => change({ since })}
          fault={fault('since')}
          isRequired
        />
        <Choose
          label={w.home}
          value={said.homeAgencyId}
          placeholder={w.noHome}
          onChange={(homeAgencyId) => change({ homeAgencyId })}
          options={agencies}
        />
      </div>
    </Form>
  );
}

/** Ends a posting on a day, saying what goes with it. */
export function EndPosting({ person, posting, close }: { readonly person: Person; readonly posting: Posting; readonly close: () => void }) {
  const w = useWords(words);
  const [until, setUntil] = useState(today());
  const verb = useEndPosting();
  return (
    <Form
      label={w.endOf(person.name, posting.agency?.name ?? '—')}
      action={w.save}
      verb={verb}
      onSend={() => verb.send({ postingId: posting.id, version: posting.version, until }, close)}
      onCancel={close}
    >
      <p>{w.endText}</p>
      <div className="max-w-60">
        <TextField
          label={w.lastDay}
          type="date"
          min={posting.since}
          value={until}
          onChange={setUntil}
          fault={verb.refusal?.isAbout('until') && verb.refusal.message}
          isRequired
        />
      </div>
    </Form>
  );
}
