import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useEnrolChild, type Member, type SchoolKind } from './household';
import { names as called } from './names';
import { words } from './words';

/** Where a child goes to school, and went before. */
export function Schooling({
  caseId,
  child,
  why,
}: {
  readonly caseId: string;
  readonly child: Member;
  readonly why: string | null | false;
}) {
  const w = useWords(words);
  const names = useWords(called);
  const dates = useDates();
  const [enrols, setEnrols] = useState(false);
  return (
    <div className="flex flex-col gap-2 border-t border-solid-gray-200 pt-3">
      <h4 className="text-std-16B-170">{w.school}</h4>
      {child.schoolings.length === 0 && <p className="text-solid-gray-700">{w.schoolNone}</p>}
      <ul>
        {child.schoolings.map(({ id, kind, schoolName, since, until }) => (
          <li key={id} className={until ? 'text-solid-gray-700' : ''}>
            {names.school[kind]}　{schoolName}
            <span className="ml-3 text-solid-gray-700">
              {w.sinceDay(dates.day(since))} {until && w.ended(dates.day(until))}
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button look="quiet" label={w.enrolOf(child.name)} why={why} isOpen={enrols} onPress={() => setEnrols(!enrols)}>
          {w.enrol}
        </Button>
      </div>
      {enrols && !why && <Enrol caseId={caseId} child={child} close={() => setEnrols(false)} />}
    </div>
  );
}

function Enrol({ caseId, child, close }: { readonly caseId: string; readonly child: Member; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(called);
  const [kind, setKind] = useState<SchoolKind>('ELEMENTARY');
  const [schoolName, setName] = useState('');
  const [since, setSince] = useState(today());
  const [isMissing, setMissing] = useState(false);
  const verb = useEnrolChild(caseId);
  const send = () => {
    setMissing(schoolName.trim() === '');
    if (schoolName.trim() !== '' && since !== '') verb.send({ memberId: child.id, kind, schoolName, since }, close);
  };
  return (
    <Form label={w.enrolOf(child.name)} action={w.register} verb={verb} onSend={send} onCancel={close}>
      {child.schoolings.some(({ until }) => until === null) && <p>{w.enrolText}</p>}
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Choose
          label={w.schoolKind}
          value={kind}
          onChange={(chosen) => setKind(chosen as SchoolKind)}
          options={(Object.entries(names.school) as [SchoolKind, string][]).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          label={w.schoolName}
          value={schoolName}
          onChange={setName}
          fault={(isMissing && g.required) || (verb.refusal?.isAbout('schoolName') && verb.refusal.message)}
          isRequired
        />
        <TextField
          label={w.from}
          type="date"
          value={since}
          onChange={setSince}
          fault={verb.refusal?.isAbout('since') && verb.refusal.message}
          isRequired
        />
      </div>
    </Form>
  );
}
