import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import type { Reading } from '../../ui/reading';
import { today, useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { names as called } from '../meetings/names';
import { WEEKDAYS } from '../meetings/rule';
import { useSetWorkingWeek, type OwnTimeRead } from './own';
import type { Whose } from './own-time';
import { words } from './words';

type Week = OwnTimeRead['workingWeeks'][number];

/** On which days one works, from when to when. */
export function WorkingWeek({
  whose,
  weeks,
  reading,
}: {
  readonly whose: Whose;
  readonly weeks: readonly Week[] | undefined;
  readonly reading: Reading;
}) {
  const w = useWords(words);
  const c = useWords(called);
  const dates = useDates();
  const list = useList();
  const [sets, setSets] = useState(false);
  const live = weeks?.filter(({ until }) => until === null || until >= today());
  return (
    <Section
      title={w.week}
      reading={reading}
      lines={2}
      beside={
        <Button isOpen={sets} onPress={() => setSets(!sets)}>
          {w.setWeek}
        </Button>
      }
    >
      <p className="text-solid-gray-800">{w.weekText}</p>
      {live?.length === 0 && <p>{w.ordinary}</p>}
      <ul>
        {live?.map(({ id, since, agency, hours }) => (
          <li key={id}>
            <strong>{agency?.name}</strong>（{w.weekIs(dates.day(since))}）
            {list(hours.map(({ weekday, opens, closes }) => `${c.weekday[weekday]} ${opens}–${closes}`))}
          </li>
        ))}
      </ul>
      {sets && <SetWeek whose={whose} weeks={live ?? []} close={() => setSets(false)} />}
    </Section>
  );
}

type Hours = Readonly<Record<string, { readonly isOn: boolean; readonly opens: string; readonly closes: string }>>;
const OFF = { isOn: false, opens: '08:30', closes: '17:15' };

const hoursOf = (week: Week | undefined): Hours =>
  Object.fromEntries(
    WEEKDAYS.map((weekday) => {
      const known = week?.hours.find((one) => one.weekday === weekday);
      const isOrdinary = !week && weekday !== 'SAT' && weekday !== 'SUN';
      return [weekday, known ? { isOn: true, opens: known.opens, closes: known.closes } : { ...OFF, isOn: isOrdinary }];
    }),
  );

interface SetWeekProps {
  readonly whose: Whose;
  readonly weeks: readonly Week[];
  readonly close: () => void;
}

function SetWeek({ whose: { id, name, postings }, weeks, close }: SetWeekProps) {
  const w = useWords(words);
  const c = useWords(called);
  const [agencyId, setAgency] = useState(postings[0]?.agency?.id ?? '');
  const [since, setSince] = useState(today());
  const [hours, setHours] = useState<Hours>(() => hoursOf(weeks.find((week) => week.agencyId === agencyId)));
  const verb = useSetWorkingWeek();
  const set = (weekday: string, more: Partial<Hours[string]>) => setHours({ ...hours, [weekday]: { ...hours[weekday]!, ...more } });
  const send = () => {
    const chosen = WEEKDAYS.filter((weekday) => hours[weekday]!.isOn).map((weekday) => ({
      weekday,
      opens: hours[weekday]!.opens,
      closes: hours[weekday]!.closes,
    }));
    verb.send({ staffId: id, agencyId, since, hours: chosen }, close);
  };
  return (
    <Form label={w.of(w.setWeek, name)} action={w.setWeek} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose
          label={w.forAgency}
          value={agencyId}
          onChange={setAgency}
          options={postings.flatMap(({ agency }) => (agency ? [{ value: agency.id, label: agency.name }] : []))}
        />
        <TextField
          label={w.since}
          type="date"
          min={today()}
          value={since}
          onChange={setSince}
          fault={verb.refusal?.isAbout('since') && verb.refusal.message}
          isRequired
        />
      </div>
      <ul className="flex flex-col gap-2">
        {WEEKDAYS.map((weekday) => (
          <li key={weekday} className="grid items-end gap-3 sm:grid-cols-[14rem_10rem_10rem]">
            <label className="flex cursor-pointer items-center gap-2 py-2">
              <input
                type="checkbox"
                className="size-5 accent-key-900"
                checked={hours[weekday]!.isOn}
                onChange={() => set(weekday, { isOn: !hours[weekday]!.isOn })}
              />
              {w.worksOn(c.weekday[weekday])}
            </label>
            {hours[weekday]!.isOn && (
              <>
                <TextField
                  label={`${c.weekday[weekday]} ${w.opens}`}
                  type="time"
                  value={hours[weekday]!.opens}
                  onChange={(opens) => set(weekday, { opens })}
                />
                <TextField
                  label={`${c.weekday[weekday]} ${w.closes}`}
                  type="time"
                  value={hours[weekday]!.closes}
                  onChange={(closes) => set(weekday, { closes })}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </Form>
  );
}
