import { useDeferredValue, useState } from 'react';
import { useWatch } from '../../live';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Page, Section } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { daysUntil, plusDays, today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { words as session } from '../session/words';
import { Downloads } from './downloads';
import { Examine } from './examine';
import { Gaps } from './gaps';
import { HeatMap } from './heat-map';
import { HeldTable } from './held-table';
import { useAgencies, useResponsibility, useSeal, type Responsibility } from './responsibility';
import { words } from './words';

const FURTHEST = 365;

/** A manager's morning: who answers for what, where nobody does, and how it was on any day. */
export default function ResponsibilityPage() {
  const w = useWords(words);
  const s = useWords(session);
  const { postings, isManager } = usePerson();
  const own = postings.find(({ profession }) => profession === 'MANAGER')?.agency?.id ?? '';
  const [chosen, setAgency] = useState('');
  const [on, setOn] = useState(today());
  const agencyId = chosen || own;
  const reading = useResponsibility(agencyId, useDeferredValue(on));
  const { data } = reading;
  const read = data?.responsibility;
  useWatch(read ? [...new Set(read.keyPersons.map(({ caseId }) => caseId))] : []);
  if (!isManager) return <Notice>{w.notManager}</Notice>;
  return (
    <Page
      title={w.title}
      reading={reading}
      lines={12}
      beside={
        <span className="print:hidden">
          <Button onPress={() => window.print()}>{w.print}</Button>
        </span>
      }
    >
      <title>{`${w.title} | ${s.product}`}</title>
      <p className="print:hidden">{w.intro}</p>
      <Printed agencyId={agencyId} on={on} />
      <Chooser own={own} agencyId={agencyId} setAgency={setAgency} on={on} setOn={setOn} />
      {read && <Reading read={read} agencyId={agencyId} />}
    </Page>
  );
}

/** On paper, where nothing can be chosen any more: of whom it is, and of which day. */
function Printed({ agencyId, on }: { readonly agencyId: string; readonly on: string }) {
  const w = useWords(words);
  const dates = useDates();
  const agency = useAgencies().data?.agencies.find(({ id }) => id === agencyId);
  return <p className="hidden print:block">{w.printed(agency?.name ?? '—', dates.era(on))}</p>;
}

interface ChooserProps {
  readonly own: string;
  readonly agencyId: string;
  readonly setAgency: (id: string) => void;
  readonly on: string;
  readonly setOn: (day: string) => void;
}

function Chooser({ own, agencyId, setAgency, on, setOn }: ChooserProps) {
  const w = useWords(words);
  const agencies = useAgencies().data?.agencies ?? [];
  const below = (id: string): typeof agencies =>
    agencies
      .filter((agency) => agency.id === id || agency.parentId === id)
      .flatMap((agency) => (agency.id === id ? [agency] : below(agency.id)));
  const back = -daysUntil(on);
  return (
    <div className="grid items-end gap-5 rounded-12 border border-solid-gray-200 bg-white p-5 md:grid-cols-[2fr_1fr_3fr] print:hidden">
      <Choose
        label={w.agency}
        value={agencyId}
        onChange={setAgency}
        options={below(own).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={w.day}
        type="date"
        value={on}
        max={today()}
        min={plusDays(today(), -FURTHEST)}
        onChange={(day) => day && setOn(day)}
      />
      <label className="flex flex-col gap-1 text-std-16B-170">
        {w.slider}
        <span className="flex items-center gap-3">
          <input
            type="range"
            className="h-11 w-full accent-key-900"
            min={-FURTHEST}
            max={0}
            value={-back}
            aria-valuetext={w.ago(back)}
            onChange={(event) => setOn(plusDays(today(), Number(event.target.value)))}
          />
          <span className="w-24 shrink-0 text-right font-normal tabular-nums">{w.ago(back)}</span>
        </span>
      </label>
    </div>
  );
}

function Reading({ read, agencyId }: { readonly read: Responsibility; readonly agencyId: string }) {
  const w = useWords(words);
  const seal = useSeal(read);
  const cases = new Map([...read.keyPersons, ...read.tasks, ...read.issues].map(({ caseId, caseNumber }) => [caseId, caseNumber]));
  return (
    <>
      <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Tile term={w.cases} count={cases.size} />
        <Tile term={w.open} count={read.tasks.length} />
        <Tile term={w.overdue} count={read.tasks.filter(({ isOverdue }) => isOverdue).length} isBad />
        <Tile term={w.unaccepted} count={read.tasks.filter(({ isUnaccepted }) => isUnaccepted).length} isBad />
      </dl>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Gaps gaps={read.gaps} />
        <HeatMap tasks={read.tasks} />
      </div>
      <Section title={w.table}>{read.tasks.length === 0 ? <Empty title={w.tasksNone} /> : <HeldTable tasks={read.tasks} />}</Section>
      {seal && <Notice look="good">{w.seal(seal.seq, seal.hash.slice(0, 12))}</Notice>}
      <div className="grid items-start gap-6 lg:grid-cols-2 print:hidden">
        <Examine />
        <Downloads agencyId={agencyId} on={read.on} cases={cases} />
      </div>
    </>
  );
}

function Tile({ term, count, isBad }: { readonly term: string; readonly count: number; readonly isBad?: boolean }) {
  return (
    <div className="rounded-12 border border-solid-gray-200 bg-white p-4">
      <dt className="text-solid-gray-800">{term}</dt>
      <dd className={`text-std-32B-150 tabular-nums ${isBad && count > 0 ? 'text-error-2' : ''}`}>{count}</dd>
    </div>
  );
}
