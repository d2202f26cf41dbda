import { useAsk } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { dayOf, lastDayOf, plusDays, today } from '../../words/dates';
import { plusMonths, sundayOf } from './days';

const MONITOR = graphql(`
  query Monitor($id: Uuid!, $fromOn: CalendarDate!, $toOn: CalendarDate!) {
    meetingMonitor(seriesId: $id, fromOn: $fromOn, toOn: $toOn) {
      held
      withoutMandatory
      decisionsPerItem
      cadence {
        fromOn
        toOn
        promised
        held
      }
      sessions {
        sessionId
        status
        startsAt
        minutesTaken
        items
        cameBack
        decided
        carriedOver
        decisions
        doneInTime
        doneLate
        overdue
        mandatoryCame
      }
    }
  }
`);
export type Monitor = ResultOf<typeof MONITOR>['meetingMonitor'];
export type HeldSession = Monitor['sessions'][number];
type Per = Code<'Cadence'>;

const MONTHS = 6;
const WEEKS = 8;

/** The days that are looked at: so many whole weeks or months up to the present one, or the fiscal year. */
function daysOf(per: Per | null): { readonly fromOn: string; readonly toOn: string } {
  const day = today();
  if (per === 'WEEK') {
    // Weeks of a promise begin on Monday.
    const monday = plusDays(sundayOf(plusDays(day, -1)), 1);
    return { fromOn: plusDays(monday, -7 * (WEEKS - 1)), toOn: plusDays(monday, 6) };
  }
  if (per === 'YEAR') {
    const april = day.slice(5) >= '04-01' ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;
    return { fromOn: `${april - 1}-04-01`, toOn: `${april + 1}-03-31` };
  }
  return { fromOn: `${plusMonths(`${day.slice(0, 7)}-01`, 1 - MONTHS).slice(0, 7)}-01`, toOn: lastDayOf(day.slice(0, 7)) };
}

/** Whether a series keeps what it promises, in the weeks, months or years until today. */
export function useMonitor(id: string, per: Per | null) {
  const days = daysOf(per);
  return useAsk(keys.mine('monitor', id, days), MONITOR, { id, ...days });
}

/** How a period stands. */
export type Standing = 'stateMet' | 'stateMissed' | 'stateOngoing' | 'stateNone';

/** One period of the picture: how often the series met in it, and how often those came who have to. */
export interface Period {
  readonly fromOn: string;
  readonly held: number;
  readonly promised: number | null;
  readonly cadence: Standing;
  readonly came: number;
  readonly mandatory: Standing;
}

/** What was promised and held since the series began, period by period; months where nothing is promised. */
export function periodsOf({ cadence, sessions }: Monitor, per: Per | null, since: string): Period[] {
  const closed = sessions.filter(({ status }) => status === 'CLOSED');
  const within = (fromOn: string, toOn: string) => closed.filter(({ startsAt }) => dayOf(startsAt) >= fromOn && dayOf(startsAt) <= toOn);
  const began = dayOf(since);
  const periods = (cadence.length > 0 ? cadence : monthsOf(per)).filter(({ toOn }) => toOn >= began);
  return periods.map(({ fromOn, toOn, ...promise }) => {
    const held = within(fromOn, toOn);
    const promised = 'promised' in promise ? Number(promise.promised) : null;
    const came = held.filter(({ mandatoryCame }) => mandatoryCame === true).length;
    // What was promised of a part of a period nobody can say.
    const isOver = toOn < today() && fromOn >= began;
    return {
      fromOn,
      held: held.length,
      promised,
      cadence: promised === null ? 'stateNone' : held.length >= promised ? 'stateMet' : isOver ? 'stateMissed' : 'stateOngoing',
      came,
      mandatory: held.length === 0 ? 'stateNone' : came === held.length ? 'stateMet' : 'stateMissed',
    };
  });
}

function monthsOf(per: Per | null) {
  const { fromOn, toOn } = daysOf(per);
  const months: { fromOn: string; toOn: string }[] = [];
  for (let day = fromOn; day <= toOn; day = plusMonths(day, 1)) months.push({ fromOn: day, toOn: lastDayOf(day.slice(0, 7)) });
  return months;
}
