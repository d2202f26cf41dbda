import { useDates } from '../../words/dates';
import { useLatest } from '../cases/trail';

const SHOWN = 4;

/** What was just changed and by whom, in the trail's own sentences. */
export function Latest({ caseId }: { readonly caseId: string }) {
  const dates = useDates();
  const { data } = useLatest(caseId, SHOWN);
  return (
    <ol aria-live="polite" aria-relevant="additions" className="flex flex-col gap-2">
      {data?.trail.toReversed().map(({ seq, at, sentence }) => (
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
