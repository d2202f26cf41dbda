import { useState } from 'react';
import { Button } from '../../ui/button';
import { Day } from '../../ui/facts';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import type { Reading } from '../../ui/reading';
import { today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { useOwnTime, useReportAbsence, useWithdrawAbsence, type OwnTimeRead } from './own';
import { WorkingWeek } from './working-week';
import { words } from './words';

/** When one works and when one is away: all that others learn of it is whether one can come. */
export function OwnTime() {
  const { id, postings } = usePerson();
  return <TimeOf whose={{ id, postings }} />;
}

/** Whose time it is, and where they work. */
export interface Whose {
  readonly id: string;
  /** Said where it is not one's own. */
  readonly name?: string;
  readonly postings: readonly { readonly agency: { readonly id: string; readonly name: string } | null }[];
}

/** The same of somebody else, for whoever arranges it for them. */
export function TimeOf({ whose }: { readonly whose: Whose }) {
  const reading = useOwnTime(whose.id);
  const { data } = reading;
  return (
    <>
      <WorkingWeek whose={whose} weeks={data?.workingWeeks} reading={reading} />
      <Absences whose={whose} absences={data?.absences} reading={reading} />
    </>
  );
}

function Absences({
  whose,
  absences,
  reading,
}: {
  readonly whose: Whose;
  readonly absences: OwnTimeRead['absences'] | undefined;
  readonly reading: Reading;
}) {
  const w = useWords(words);
  const [adds, setAdds] = useState(false);
  return (
    <Section
      title={w.absences}
      reading={reading}
      lines={2}
      beside={
        <Button isOpen={adds} onPress={() => setAdds(!adds)}>
          {w.addAbsence}
        </Button>
      }
    >
      <p className="text-solid-gray-800">{w.absencesText}</p>
      {adds && <AddAbsence whose={whose} close={() => setAdds(false)} />}
      {absences?.length === 0 && <Empty title={w.absencesNone} />}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {absences?.map((absence) => (
          <Absence key={absence.id} absence={absence} />
        ))}
      </ul>
    </Section>
  );
}

function Absence({ absence: { id, version, since, until } }: { readonly absence: OwnTimeRead['absences'][number] }) {
  const w = useWords(words);
  const dates = useDates();
  const verb = useWithdrawAbsence();
  return (
    <li className="flex flex-wrap items-center gap-x-4 py-2">
      <span>
        <Day on={since} />
        {until !== since && (
          <>
            〜<Day on={until} />
          </>
        )}
      </span>
      <Button
        look="quiet"
        label={w.withdrawOf(dates.day(since), dates.day(until))}
        isBusy={verb.isSending}
        onPress={() => verb.send({ absenceId: id, version })}
      >
        {w.withdraw}
      </Button>
      <RefusalNotice refusal={verb.refusal} />
    </li>
  );
}

function AddAbsence({ whose: { id, name, postings }, close }: { readonly whose: Whose; readonly close: () => void }) {
  const w = useWords(words);
  const [since, setSince] = useState(today());
  const [until, setUntil] = useState(today());
  const verb = useReportAbsence();
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const agencyId = postings[0]?.agency?.id;
  return (
    <Form
      label={w.of(w.addAbsence, name)}
      action={w.addAbsence}
      verb={verb}
      onSend={() => agencyId && since && until && verb.send({ staffId: id, agencyId, since, until }, close)}
      onCancel={close}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={w.since} type="date" min={today()} value={since} onChange={setSince} fault={fault('since')} isRequired />
        <TextField label={w.until} type="date" min={since} value={until} onChange={setUntil} fault={fault('until')} isRequired />
      </div>
    </Form>
  );
}
