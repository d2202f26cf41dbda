import { useDates } from '../../words/dates';
import { useSessionTrail } from './session-trail';

const SHOWN = 6;

/** What was just changed and by whom, in the trail's own sentences; the newest last. */
export function Latest({ sessionId }: { readonly sessionId: string }) {
  const dates = useDates();
  const { data } = useSessionTrail(sessionId);
  return (
    <ol aria-live="polite" aria-relevant="additions" className="flex flex-col gap-2">
      {data?.sessionTrail
        .slice(0, SHOWN)
        .toReversed()
        .map(({ seq, at, sentence }) => (
          <li key={seq} className="flex gap-3">
            <time dateTime={at} className="shrink-0 text-solid-gray-700 tabular-nums">
              {dates.time(at)}
            </time>
            <span>{sentence}</span>
          </li>
        ))}
    </ol>
  );
}
