import { Link, useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import type { Case } from './case';
import { Issues } from './issues';
import { words } from './words';

const LOOKS = { CONVENED: 'blue', OPEN: 'green', CLOSED: 'plain', CANCELLED: 'plain' } as const;

/** The conference of the family: its sessions, and the issues that they named. */
export function Sessions({ of }: { readonly of: Case }) {
  const w = useWords(words);
  const [, goTo] = useLocation();
  const ahead = of.sessions.some(({ status }) => status === 'CONVENED' || status === 'OPEN');
  return (
    <>
      <Section
        title={w.sessions}
        beside={
          <Button look="primary" why={whyNot(of.convene) ?? (ahead && w.conveneOpen)} onPress={() => goTo(`/cases/${of.id}/convene`)}>
            {w.convene}
          </Button>
        }
      >
        {of.sessions.length === 0 && <Empty title={w.sessionsNone}>{w.sessionsText}</Empty>}
        <ul className="divide-y divide-solid-gray-300">
          {of.sessions.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      </Section>
      <Issues caseId={of.id} />
    </>
  );
}

function SessionLine({ session }: { readonly session: Case['sessions'][number] }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const link = 'text-key-900 underline hover:bg-key-50';
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
      <strong>{w.nth(session.number)}</strong>
      <Badge look={LOOKS[session.status]}>{names.session[session.status]}</Badge>
      <span>{dates.moment(session.startsAt)}</span>
      <span>{session.place}</span>
      <Link href={`/sessions/${session.id}`} className={link}>
        {w.room}
      </Link>
      {session.status === 'CLOSED' && (
        <Link href={`/sessions/${session.id}/minutes`} className={link}>
          {w.minutes}
        </Link>
      )}
    </li>
  );
}
