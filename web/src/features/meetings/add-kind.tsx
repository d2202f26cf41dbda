import { useState } from 'react';
import type { Code } from '../../graphql';
import { AnyOf, OneOf } from '../../ui/choices';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { useGrounds } from './directory';
import { useAddKind } from './kinds';
import { kindWords } from './kind-words';
import { names as called } from './names';
import type { Profession } from './series';

const EMPTY = { code: '', nameJa: '', nameEn: '', source: '', times: '', chairTitle: '座長', reason: '' };
type Text = keyof typeof EMPTY;
const NEEDED = ['code', 'nameJa', 'nameEn', 'source', 'chairTitle', 'reason'] as const satisfies readonly Text[];
const CHOICES = {
  subject: 'CASELOAD' as Code<'MeetingSubject'>,
  /** `EACH`, `CONSENT`, or a statute. */
  basis: 'EACH',
  per: 'MONTH' as Code<'Cadence'>,
  mandatory: [] as readonly Profession[],
  decides: ['TASK'] as readonly Code<'Matter'>[],
  brings: 'NOTHING' as Code<'AgendaSource'>,
  takesProposals: 'YES' as 'YES' | 'NO',
};
type Choices = typeof CHOICES;

/** Adds a kind of meeting of the municipality's own. */
export function AddKind({ close }: { readonly close: () => void }) {
  const w = useWords(kindWords);
  const g = useWords(general);
  const [typed, setTyped] = useState(EMPTY);
  const [chosen, setChosen] = useState(CHOICES);
  const [wasPressed, setPressed] = useState(false);
  const verb = useAddKind();
  const times = typed.times.normalize('NFKC').trim();
  const isNumber = times === '' || /^\d{1,3}$/.test(times);
  const send = () => {
    setPressed(true);
    if (!isNumber || NEEDED.some((field) => typed[field].trim() === '')) return;
    const { subject, basis, per, mandatory, decides, brings, takesProposals } = chosen;
    const { code, nameJa, nameEn, source, chairTitle, reason } = typed;
    verb.send(
      {
        code,
        nameJa,
        nameEn,
        source,
        chairTitle,
        reason,
        subject,
        needsConsent: basis === 'CONSENT',
        statute: basis === 'EACH' || basis === 'CONSENT' ? null : (basis as Code<'MeetingStatute'>),
        cadenceTimes: times === '' ? null : Number(times),
        cadencePer: times === '' ? null : per,
        mandatoryProfessions: [...mandatory],
        mandatoryAgencyIds: [],
        needsMandatory: [],
        decides: [...decides],
        chairProfessions: [],
        recorderProfessions: [],
        quorumPercent: null,
        brings,
        takesProposals: takesProposals === 'YES',
        retentionYears: 5,
      },
      close,
    );
  };
  const fault = (field: Text) =>
    (wasPressed && field !== 'times' && typed[field].trim() === '' && g.required) ||
    (field === 'times' && !isNumber && w.number) ||
    (verb.refusal?.isAbout(field === 'times' ? 'cadenceTimes' : field) && verb.refusal.message);
  const field = (name: Text) => (
    <TextField
      label={w[name]}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      fault={fault(name)}
      isRequired={name !== 'times'}
    />
  );
  return (
    <Form label={w.add} action={w.add} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        {field('nameJa')}
        {field('nameEn')}
        {field('code')}
        {field('source')}
        {field('chairTitle')}
        {field('times')}
      </div>
      <Chosen chosen={chosen} set={(more) => setChosen({ ...chosen, ...more })} />
      {field('reason')}
    </Form>
  );
}

const PROFESSIONS = [
  'HELLO_WORK_NAVIGATOR',
  'CASEWORKER',
  'CHILD_CASEWORKER',
  'PUBLIC_HEALTH_NURSE',
  'SINGLE_PARENT_SUPPORT_WORKER',
  'EMPLOYMENT_SUPPORT_WORKER',
  'CONSULTATION_SUPPORT_WORKER',
  'WOMENS_COUNSELLOR',
] as const satisfies readonly Profession[];
const MATTERS = ['PLAN', 'TASK', 'KEY_PERSON', 'PRIORITY', 'CLOSING'] as const;
const PERIODS = ['WEEK', 'MONTH', 'YEAR'] as const;
const SUBJECTS = ['CASELOAD', 'ONE_CASE'] as const;
const SOURCES = ['NOTHING', 'CASELOAD', 'WITHOUT_APPOINTMENT'] as const;

function Chosen({ chosen, set }: { readonly chosen: Choices; readonly set: (more: Partial<Choices>) => void }) {
  const w = useWords(kindWords);
  const c = useWords(called);
  const names = useWords(codes);
  const grounds = useGrounds();
  return (
    <>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <OneOf
          label={w.subject}
          choices={SUBJECTS.map((value) => ({ value, label: c.subject[value] }))}
          value={chosen.subject}
          onChange={(subject) => set({ subject })}
        />
        <OneOf
          label={w.per}
          choices={PERIODS.map((value) => ({ value, label: c.per[value] }))}
          value={chosen.per}
          onChange={(per) => set({ per })}
        />
        <Choose
          label={w.basis}
          value={chosen.basis}
          onChange={(basis) => set({ basis })}
          options={[
            { value: 'EACH', label: w.each },
            { value: 'CONSENT', label: w.consent },
            ...grounds.map(({ statute, name }) => ({ value: statute, label: name })),
          ]}
        />
        <Choose
          label={w.brings}
          value={chosen.brings}
          onChange={(brings) => set({ brings: brings as Choices['brings'] })}
          options={SOURCES.map((value) => ({ value, label: c.brings[value] }))}
        />
      </div>
      <AnyOf
        label={w.decides}
        choices={MATTERS.map((value) => ({ value, label: c.matter[value] }))}
        value={chosen.decides}
        onChange={(decides) => set({ decides })}
      />
      <AnyOf
        label={w.mandatory}
        choices={PROFESSIONS.map((value) => ({ value, label: names.profession[value] }))}
        value={chosen.mandatory}
        onChange={(mandatory) => set({ mandatory })}
      />
      <AnyOf
        label={w.proposalsTitle}
        choices={[{ value: 'YES', label: w.proposals }]}
        value={chosen.takesProposals === 'YES' ? ['YES'] : []}
        onChange={(value) => set({ takesProposals: value.length > 0 ? 'YES' : 'NO' })}
      />
    </>
  );
}
