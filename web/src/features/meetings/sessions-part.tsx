import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { names as called } from './names';
import { AddPlanned, PlannedLine, useConvening } from './planned';
import { choiceOf } from './rule';
import type { Series } from './series';
import { sessionsWords } from './sessions-words';
import { SetRecurrence } from './set-recurrence';

const LOOKS = { CONVENED: 'blue', OPEN: 'green', CLOSED: 'plain', CANCELLED: 'plain' } as const;
const FEW = 12;

/** When a series meets: by which rule, on which days ahead, and on which it met. */
export function SessionsPart({ of }: { readonly of: Series }) {
  const w = useWords(sessionsWords);
  const [form, setForm] = useState<'recur' | 'add' | null>(null);
  const convening = useConvening();
  const why = of.until ? w.isEnded : whyNot(of.administer);
  const toggle = (one: 'recur' | 'add') => setForm(form === one ? null : one);
  return (
    <>
      <Section
        title={w.recurrence}
        beside={
          <Button isOpen={form === 'recur'} why={why} onPress={() => toggle('recur')}>
            {w.setRecurrence}
          </Button>
        }
      >
        <Rule of={of} />
        {form === 'recur' && <SetRecurrence of={of} close={() => setForm(null)} />}
      </Section>
      <Section
        title={w.plannedTitle}
        beside={
          <Button isOpen={form === 'add'} why={why} onPress={() => toggle('add')}>
            {w.addOne}
          </Button>
        }
      >
        {form === 'add' && <AddPlanned of={of} close={() => setForm(null)} />}
        {of.planned.length === 0 && <Empty title={w.plannedNone}>{w.plannedNoneText}</Empty>}
        <ul className="divide-y divide-solid-gray-300">
          {of.planned.slice(0, FEW).map((planned) => (
            <PlannedLine key={planned.id} of={of} planned={planned} convening={convening} />
          ))}
        </ul>
        <Later of={of} convening={convening} />
      </Section>
      <Past of={of} />
    </>
  );
}

function Later({ of, convening }: { readonly of: Series; readonly convening: ReturnType<typeof useConvening> }) {
  const w = useWords(sessionsWords);
  if (of.planned.length <= FEW) return null;
  return (
    <details>
      <summary className="text-key-900 underline">{w.more(of.planned.length - FEW)}</summary>
      <ul className="divide-y divide-solid-gray-300">
        {of.planned.slice(FEW).map((planned) => (
          <PlannedLine key={planned.id} of={of} planned={planned} convening={convening} />
        ))}
      </ul>
    </details>
  );
}

function Rule({ of: { recurrence } }: { readonly of: Series }) {
  const w = useWords(sessionsWords);
  const c = useWords(called);
  const list = useList();
  if (!recurrence) return <p>{w.recurrenceNone}</p>;
  const choice = choiceOf(recurrence.rule);
  const text = !choice
    ? w.ruleOther(recurrence.rule)
    : choice.every === 'everyMonth'
      ? w.ruleMonthly(list(choice.weeks.map((week) => w.week(week))), c.weekday[choice.weekday])
      : w.ruleWeekly(c.weekday[choice.weekday], choice.every === 'everyTwoWeeks');
  return (
    <p>
      <strong>{text}</strong>　{w.ruleTimes(recurrence.opens, recurrence.closes, recurrence.setBy?.name ?? '—')}　{w.whenClosed}：
      {c.whenClosed[recurrence.whenClosed]}
    </p>
  );
}

function Past({ of }: { readonly of: Series }) {
  const w = useWords(sessionsWords);
  const names = useWords(codes);
  const dates = useDates();
  return (
    <Section title={w.held}>
      {of.sessions.length === 0 && <Empty title={w.heldNone} />}
      <ul className="divide-y divide-solid-gray-300">
        {of.sessions.map(({ id, number, status, startsAt, place }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
            <strong>{w.nth(number)}</strong>
            <Badge look={LOOKS[status]}>{names.session[status]}</Badge>
            <span>{dates.moment(startsAt)}</span>
            <span>{place}</span>
            <Link href={`/sessions/${id}`} className="text-key-900 underline hover:bg-key-50">
              {w.room}
            </Link>
            {status === 'CLOSED' && (
              <Link href={`/sessions/${id}/minutes`} className="text-key-900 underline hover:bg-key-50">
                {w.minutes}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
