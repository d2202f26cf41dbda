import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Badge, Day } from '../../ui/facts';
import { Page } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { words as session } from '../session/words';
import { usePerson } from '../session/me';
import { isOfOthers, useInbox, useMarkSeen, useUnread, type Notice } from './inbox';
import { words } from './words';

const AT_ONCE = 50;
/** A list of the API has no more. */
const MOST = 500;

/** What was addressed to me, newest first: what I have not seen yet is marked, until I say that I have. */
export default function InboxPage() {
  const w = useWords(words);
  const s = useWords(session);
  const { id: me } = usePerson();
  const [last, setLast] = useState(AT_ONCE);
  const reading = useInbox(last);
  const read = reading.data?.inbox ?? [];
  return (
    <Page title={w.title} reading={reading} lines={8}>
      <title>{`${w.title} | ${s.product}`}</title>
      <p>{w.intro}</p>
      {reading.data && <Seen upTo={read.at(-1)?.seq ?? 0} />}
      {reading.data && <Listed notices={read.filter(isOfOthers(me)).toReversed()} firstNew={reading.data.unseen[0]?.seq ?? Infinity} />}
      {read.length === last && last < MOST && (
        <div>
          <Button isBusy={reading.isFetching} onPress={() => setLast(Math.min(MOST, last * 2))}>
            {w.older}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Seen({ upTo }: { readonly upTo: number }) {
  const w = useWords(words);
  const unread = useUnread(usePerson().id);
  const verb = useMarkSeen();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span role="status">{w.unread(unread)}</span>
        <Button why={unread === 0 && w.allSeen} isBusy={verb.isSending} onPress={() => verb.send({ upTo })}>
          {w.seen}
        </Button>
      </div>
      <RefusalNotice refusal={verb.refusal} />
    </>
  );
}

function Listed({ notices, firstNew }: { readonly notices: readonly Notice[]; readonly firstNew: number }) {
  const w = useWords(words);
  if (notices.length === 0) return <Empty title={w.none}>{w.noneText}</Empty>;
  return (
    <ol
      aria-label={w.title}
      className="flex flex-col divide-y divide-solid-gray-300 rounded-12 border border-solid-gray-200 bg-white px-5 py-2"
    >
      {notices.map((notice) => (
        <Line key={notice.seq} notice={notice} isNew={notice.seq >= firstNew} />
      ))}
    </ol>
  );
}

function Line({ notice, isNew }: { readonly notice: Notice; readonly isNew: boolean }) {
  const w = useWords(words);
  const dates = useDates();
  const { at, sentence, note, sessionId, seriesId, caseId } = notice;
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-solid-gray-700 tabular-nums">
          <Day on={dayOf(at)} /> {dates.time(at)}
        </span>
        {isNew && <Badge look="blue">{w.isNew}</Badge>}
        <span className={isNew ? 'font-bold' : ''}>{sentence}</span>
      </p>
      {note && <p className="max-w-prose whitespace-pre-line text-solid-gray-800">「{note.body}」</p>}
      <p className="flex flex-wrap gap-x-4">
        {caseId && notice.case && (
          <Link href={`/cases/${caseId}`} className="text-key-900 underline hover:bg-key-50">
            {notice.case.number} {notice.case.headline}
          </Link>
        )}
        {sessionId && (
          <Link href={`/sessions/${sessionId}`} className="text-key-900 underline hover:bg-key-50">
            {w.meeting}
          </Link>
        )}
        {seriesId && !sessionId && (
          <Link href={`/meetings/series/${seriesId}`} className="text-key-900 underline hover:bg-key-50">
            {w.series}
          </Link>
        )}
      </p>
    </li>
  );
}
