import { Link } from 'wouter';
import { Badge, Day } from '../../ui/facts';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useLanguage, useWords, type Language } from '../../words/language';
import { usePerson } from '../session/me';
import type { Meeting } from './meetings';
import { words } from './words';

/** What a meeting is called: the name of its series, or of its kind. */
export const titleOf = ({ series, kind }: Pick<Meeting, 'series' | 'kind'>, language: Language, otherwise: string) =>
  series?.name ?? (language === 'ja' ? kind?.nameJa : kind?.nameEn) ?? otherwise;

const LOOKS = { PLANNED: 'plain', CONVENED: 'blue', OPEN: 'green', CLOSED: 'plain', CANCELLED: 'plain' } as const;

/** One meeting in a list: when, which, where, and whether one's answer is missing. */
export function MeetingLine({ meeting }: { readonly meeting: Meeting }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const { language } = useLanguage();
  const { id } = usePerson();
  const mine = meeting.invitations.find(({ staffId, withdrawnAt }) => staffId === id && withdrawnAt === null);
  const { status } = meeting;
  return (
    <li className="grid gap-x-5 gap-y-1 py-3 sm:grid-cols-[12rem_1fr_auto]">
      <span>
        <Day on={meeting.on} />
        <span className="block tabular-nums">
          {dates.time(meeting.startsAt)}–{dates.time(meeting.endsAt)}
        </span>
      </span>
      <span className="min-w-0">
        <strong className={status === 'CANCELLED' ? 'line-through' : ''}>{titleOf(meeting, language, w.conference)}</strong>{' '}
        <Badge look={LOOKS[status]}>{status === 'PLANNED' ? w.isPlanned : names.session[status]}</Badge>{' '}
        {mine?.status === 'INVITED' && status === 'CONVENED' && <Badge look="orange">{w.noAnswer}</Badge>}
        <span className="block text-solid-gray-700">
          {meeting.place}
          {meeting.case && `　${meeting.case.number} ${meeting.case.headline}`}
        </span>
      </span>
      <Link href={meeting.href} className="self-center text-key-900 underline hover:bg-key-50">
        {status === 'PLANNED' ? w.openSeries : w.openRoom}
      </Link>
    </li>
  );
}
