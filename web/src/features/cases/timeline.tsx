import { useState } from 'react';
import { Button } from '../../ui/button';
import { Day } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice, Skeleton } from '../../ui/notice';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useTrail } from './trail';
import { words } from './words';

const PAGE = 60;

/** What happened, newest first, in the trail's own sentences. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const dates = useDates();
  const { data, error, refetch } = useTrail(caseId);
  const [shown, setShown] = useState(PAGE);
  const entries = data?.trail.toReversed().slice(0, shown) ?? [];
  const days = [...Map.groupBy(entries, ({ at }) => dayOf(at))];
  return (
    <Section title={w.timeline}>
      <RefusalNotice refusal={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton lines={9} />}
      {data?.trail.length === 0 && <Empty title={w.timelineNone}>{w.timelineText}</Empty>}
      {days.map(([day, those]) => (
        <div key={day}>
          <h3 className="text-std-17B-170">
            <Day on={day} isLong />
          </h3>
          <ol className="ml-2 border-l-2 border-solid-gray-300">
            {those.map((entry) => (
              <li
                key={entry.seq}
                className="relative py-1.5 pl-5 before:absolute before:top-4 before:-left-[5px] before:size-2 before:rounded-full before:bg-key-900"
              >
                <time dateTime={entry.at} className="mr-3 text-solid-gray-700 tabular-nums">
                  {dates.time(entry.at)}
                </time>
                {entry.sentence}
                {entry.note && <span className="block whitespace-pre-line text-solid-gray-800">「{entry.note.body}」</span>}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {data && data.trail.length > shown && <Button onPress={() => setShown(shown + PAGE)}>{w.older}</Button>}
    </Section>
  );
}
