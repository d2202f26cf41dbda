import { Button } from '../../ui/button';
import { Day } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { LongList } from '../../ui/long-list';
import { Empty } from '../../ui/notice';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useTrail, type TrailLine } from './trail';
import { words } from './words';

const LINE_HEIGHT = 40;

/** What happened, newest first, in the trail's own sentences. Further back is read on as one comes to it. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const { reading, entries, older, isReadingOlder } = useTrail(caseId);
  return (
    <Section title={w.timeline} reading={reading} lines={9}>
      {entries?.length === 0 && <Empty title={w.timelineNone}>{w.timelineText}</Empty>}
      {entries && entries.length > 0 && (
        <LongList lines={entries} height={LINE_HEIGHT} keyOf={({ seq }) => seq} onEnd={older}>
          {(entry, at) => <Entry entry={entry} isFirstOfDay={at === 0 || dayOf(entries[at - 1]!.at) !== dayOf(entry.at)} />}
        </LongList>
      )}
      {older && (
        <Button onPress={older} isBusy={isReadingOlder}>
          {w.older}
        </Button>
      )}
      {entries && !older && entries.length > 0 && <p className="text-solid-gray-700">{w.timelineAll(entries.length)}</p>}
    </Section>
  );
}

function Entry({ entry: { at, sentence, note }, isFirstOfDay }: { readonly entry: TrailLine; readonly isFirstOfDay: boolean }) {
  const dates = useDates();
  return (
    <>
      {isFirstOfDay && (
        <h3 className="pt-4 pb-1 text-std-17B-170">
          <Day on={dayOf(at)} isLong />
        </h3>
      )}
      <div className="relative ml-2 border-l-2 border-solid-gray-300 py-1.5 pl-5 before:absolute before:top-4 before:-left-[5px] before:size-2 before:rounded-full before:bg-key-900">
        <time dateTime={at} className="mr-3 text-solid-gray-700 tabular-nums">
          {dates.time(at)}
        </time>
        {sentence}
        {note && <span className="block whitespace-pre-line text-solid-gray-800">「{note.body}」</span>}
      </div>
    </>
  );
}
