import { useDates } from '../../words/dates';
import { useTrail } from '../cases/trail';

const SHOWN = 4;

/** What was just changed and by whom, in the trail's own sentences. */
export function Latest({ caseId }: { readonly caseId: string }) {
  const dates = useDates();
  const { data } = useTrail(caseId);
  return (
    <ol aria-live="polite" aria-relevant="additions" className="flex flex-col gap-2">
      {data?.trail
        .toReversed()
        .slice(0, SHOWN)
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
