import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Day } from '../../ui/facts';
import { Notice, RefusalNotice } from '../../ui/notice';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { useClosedPlans, type ClosedPlan } from './meetings';
import { useMovePlanned } from './series';
import { words } from './words';

/** A closing day that was added later moves nothing by itself: which sessions it concerns, and one press to move each. */
export function ClosedPlans({ seriesId }: { readonly seriesId?: string }) {
  const w = useWords(words);
  const plans = useClosedPlans().data?.plannedWhenClosed ?? [];
  const concerned = plans.filter(({ plannedSession }) => !seriesId || plannedSession?.series?.id === seriesId);
  if (concerned.length === 0) return null;
  return (
    <Notice look="warning">
      <p className="font-bold">{w.closedTitle}</p>
      <p>{w.closedText(concerned.length)}</p>
      <ul className="flex flex-col gap-2 pt-2">
        {concerned.map((plan) => (
          <Line key={plan.plannedSession?.id} plan={plan} />
        ))}
      </ul>
    </Notice>
  );
}

/** The same time of day on another day. */
const onDay = (moment: string, day: string) =>
  new Date(new Date(moment).getTime() + (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${dayOf(moment)}T00:00:00Z`))).toISOString();

function Line({ plan: { plannedSession, closed, movesTo } }: { readonly plan: ClosedPlan }) {
  const w = useWords(words);
  const dates = useDates();
  const verb = useMovePlanned();
  if (!plannedSession) return null;
  const { id, version, startsAt, endsAt, series } = plannedSession;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>
        <Day on={closed.on} /> {dates.time(startsAt)}{' '}
        <Link href={`/meetings/series/${series?.id ?? ''}/sessions`} className="text-key-900 underline">
          {series?.name}
        </Link>{' '}
        <span className="text-solid-gray-800">{w.closedLine(closed.name)}</span>
      </span>
      {movesTo && (
        <Button
          why={series && whyNot(series.administer)}
          isBusy={verb.isSending}
          onPress={() =>
            verb.send({
              plannedSessionId: id,
              version,
              startsAt: onDay(startsAt, movesTo),
              endsAt: onDay(endsAt, movesTo),
              reason: w.moveReason(closed.name),
            })
          }
        >
          {w.moveTo(dates.day(movesTo))}
        </Button>
      )}
      <RefusalNotice refusal={verb.refusal} />
    </li>
  );
}
