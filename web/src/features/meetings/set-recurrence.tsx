import { useState } from 'react';
import { AnyOf, OneOf } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { RefusalNotice, Skeleton } from '../../ui/notice';
import { plusDays, today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { names as called } from './names';
import { useRecurringDays, useSetRecurrence } from './recurrence';
import { choiceOf, ruleOf, WEEKDAYS, WEEKS, type Every } from './rule';
import type { Series } from './series';
import { sessionsWords } from './sessions-words';

const EVERY = ['everyMonth', 'everyWeek', 'everyTwoWeeks'] as const satisfies readonly Every[];
const WHEN_CLOSED = ['BEFORE', 'AFTER', 'SKIP'] as const;

/** The end of the fiscal year that a day lies in, or of the next one where it is near. */
function endOfYear(day: string): string {
  const april = day.slice(5) >= '04-01' ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;
  return day.slice(5) >= '01-01' && day.slice(5) < '04-01' ? `${april + 2}-03-31` : `${april + 1}-03-31`;
}

const choiceFrom = ({ recurrence }: Series) => {
  const former = recurrence && choiceOf(recurrence.rule);
  return {
    every: former?.every ?? 'everyMonth',
    weekday: former?.weekday ?? 'WED',
    weeks: former?.weeks.length ? former.weeks.map(String) : ['1', '3'],
    beginsOn: plusDays(today(), 1),
    until: endOfYear(today()),
    opens: recurrence?.opens ?? '13:30',
    closes: recurrence?.closes ?? '15:30',
    whenClosed: recurrence?.whenClosed ?? 'AFTER',
  };
};
type Chosen = ReturnType<typeof choiceFrom>;

const isSound = ({ beginsOn, until, every, weeks }: Chosen) => Boolean(beginsOn && until && (every !== 'everyMonth' || weeks.length > 0));

/** Says in plain choices when a series meets (第1・第3水曜, 毎週金曜), and shows the dates before anything is set. */
export function SetRecurrence({ of, close }: { readonly of: Series; readonly close: () => void }) {
  const w = useWords(sessionsWords);
  const c = useWords(called);
  const [chosen, setChosen] = useState(() => choiceFrom(of));
  const verb = useSetRecurrence();
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const set =
    <K extends keyof Chosen>(field: K) =>
    (value: Chosen[K]) =>
      setChosen({ ...chosen, [field]: value });
  const { beginsOn, until, opens, closes, whenClosed } = chosen;
  const rule = isSound(chosen) ? ruleOf({ ...chosen, weeks: chosen.weeks.map(Number) }, until) : '';
  const send = () => verb.send({ seriesId: of.id, version: of.version, rule, beginsOn, opens, closes, whenClosed }, close);
  return (
    <Form label={w.setRecurrence} action={w.setRecurrence} verb={verb} onSend={send} onCancel={close} why={rule === '' && w.chooseWeek}>
      <Days chosen={chosen} set={set} />
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          label={w.beginsOn}
          type="date"
          min={today()}
          value={beginsOn}
          onChange={set('beginsOn')}
          fault={fault('beginsOn')}
          isRequired
        />
        <TextField label={w.until} type="date" min={beginsOn} value={until} onChange={set('until')} fault={fault('rule')} isRequired />
        <TextField label={w.from} type="time" value={opens} onChange={set('opens')} fault={fault('opens')} isRequired />
        <TextField label={w.to} type="time" value={closes} onChange={set('closes')} fault={fault('closes')} isRequired />
      </div>
      <OneOf
        label={w.whenClosed}
        choices={WHEN_CLOSED.map((value) => ({ value, label: c.whenClosed[value] }))}
        value={whenClosed}
        onChange={set('whenClosed')}
      />
      {rule !== '' && <Preview seriesId={of.id} rule={rule} beginsOn={beginsOn} whenClosed={whenClosed} />}
      <p className="text-solid-gray-800">{w.keeps}</p>
    </Form>
  );
}

interface DaysProps {
  readonly chosen: Chosen;
  readonly set: <K extends keyof Chosen>(field: K) => (value: Chosen[K]) => void;
}

function Days({ chosen: { every, weekday, weeks }, set }: DaysProps) {
  const w = useWords(sessionsWords);
  const c = useWords(called);
  return (
    <div className="grid items-start gap-4 md:grid-cols-3">
      <OneOf label={w.every} choices={EVERY.map((value) => ({ value, label: w[value] }))} value={every} onChange={set('every')} />
      <OneOf
        label={w.weekday}
        choices={WEEKDAYS.map((value) => ({ value, label: c.weekday[value] }))}
        value={weekday}
        onChange={set('weekday')}
      />
      {every === 'everyMonth' && (
        <AnyOf
          label={w.weeks}
          choices={WEEKS.map((week) => ({ value: String(week), label: `${w.week(week)}${c.weekday[weekday]}` }))}
          value={weeks}
          onChange={(chosen) => set('weeks')([...chosen])}
        />
      )}
    </div>
  );
}

type Asked = Parameters<typeof useRecurringDays>[0];

function Preview(asked: Asked) {
  const w = useWords(sessionsWords);
  const dates = useDates();
  const { data, error } = useRecurringDays(asked, true);
  if (!data) return error ? <RefusalNotice refusal={error} /> : <Skeleton lines={2} />;
  const held = data.recurringDays.flatMap(({ heldOn }) => heldOn ?? []);
  const closed = data.recurringDays.filter((day) => day.closed !== null);
  return (
    <section aria-label={w.preview} className="flex flex-col gap-2 rounded-8 border border-solid-gray-300 bg-white p-4">
      <p role="status">
        <strong>{w.preview}</strong>　{w.previewCount(held.length, data.recurringDays.length - held.length)}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {held.map((day) => (
          <li key={day} className="whitespace-nowrap tabular-nums">
            {dates.day(day)}
          </li>
        ))}
      </ul>
      <p className="font-bold">{w.previewClosed}</p>
      {closed.length === 0 && <p>{w.previewNone}</p>}
      <ul>
        {closed.map(({ plannedOn, heldOn, closed: why }) => (
          <li key={plannedOn}>
            {heldOn
              ? w.previewMoved(dates.day(plannedOn), why?.name ?? '', dates.day(heldOn))
              : w.previewLeft(dates.day(plannedOn), why?.name ?? '')}
          </li>
        ))}
      </ul>
    </section>
  );
}
