import { Link } from 'wouter';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useNameOf } from '../room/name-of';
import { OnCaseLink } from './on-case';
import { LINK, Listed } from './others-wait';
import type { Today } from './today';
import { words } from './words';

export function SessionsAhead({ sessions }: { readonly sessions: Today['sessionsAhead'] }) {
  const w = useWords(words);
  const nameOf = useNameOf();
  const names = useWords(codes);
  const dates = useDates();
  if (sessions.length === 0)
    return (
      <Section title={w.sessions}>
        <Empty title={w.sessionsNone}>{w.sessionsText}</Empty>
      </Section>
    );
  return (
    <Listed title={w.sessions} count={sessions.length}>
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-col items-start gap-1">
          <p className="text-std-17B-170">
            {dates.moment(session.startsAt)}–{dates.time(session.endsAt)}{' '}
            <Badge look={session.status === 'OPEN' ? 'green' : 'plain'}>{names.session[session.status]}</Badge>
          </p>
          <p>
            {session.place}　{session.case ? <OnCaseLink of={session.case} /> : nameOf(session)}
          </p>
          <Link href={`/sessions/${session.id}`} className={`mt-1 ${LINK}`}>
            {session.status === 'OPEN' ? w.enterRoom : w.seeAgenda}
          </Link>
        </li>
      ))}
    </Listed>
  );
}
