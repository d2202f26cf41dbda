import { Link } from 'wouter';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { Cell, Rows, Table, TableRow } from '../../ui/table';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { KeptPicture } from './kept-picture';
import { useMonitor, type HeldSession } from './monitor';
import type { Series } from './series';
import { words } from './words';

/** Whether a series keeps its promises, and what became of what it decided. */
export function MonitorPart({ of }: { readonly of: Series }) {
  const w = useWords(words);
  const reading = useMonitor(of.id, of.kind?.cadencePer ?? null);
  const { data } = reading;
  const monitor = data?.meetingMonitor;
  const perItem = monitor?.decisionsPerItem;
  return (
    <>
      <Section title={w.kept}>{of.kind && <KeptPicture of={of} kind={of.kind} />}</Section>
      <Section
        title={w.figures}
        reading={reading}
        lines={4}
        beside={monitor && w.summary(monitor.held, perItem == null ? '—' : perItem.toFixed(1))}
      >
        {monitor?.sessions.length === 0 && <Empty title={w.figuresNone} />}
        {monitor && monitor.sessions.length > 0 && <Figures sessions={monitor.sessions} />}
      </Section>
    </>
  );
}

function Figures({ sessions }: { readonly sessions: readonly HeldSession[] }) {
  const w = useWords(words);
  const heads = [w.when, w.status, w.minutesTaken, w.items, w.decidedItems, w.carried, w.decisions, w.followUp, w.mandatoryCame];
  return (
    <Table label={w.figures} heads={heads}>
      <Rows>
        {sessions.toReversed().map((session) => (
          <Line key={session.sessionId} session={session} />
        ))}
      </Rows>
    </Table>
  );
}

function Line({ session }: { readonly session: HeldSession }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const {
    sessionId,
    startsAt,
    status,
    minutesTaken,
    items,
    decided,
    carriedOver,
    decisions,
    doneInTime,
    doneLate,
    overdue,
    mandatoryCame,
  } = session;
  return (
    <TableRow isAlarming={mandatoryCame === false || overdue > 0}>
      <Cell head={w.when}>
        <Link href={`/sessions/${sessionId}`} className="text-key-900 underline hover:bg-key-50">
          {dates.moment(startsAt)}
        </Link>
      </Cell>
      <Cell head={w.status}>{names.session[status]}</Cell>
      <Cell head={w.minutesTaken}>{minutesTaken === null ? '—' : w.minutesLong(minutesTaken)}</Cell>
      <Cell head={w.items}>{items}</Cell>
      <Cell head={w.decidedItems}>{decided}</Cell>
      <Cell head={w.carried}>{carriedOver}</Cell>
      <Cell head={w.decisions}>{decisions}</Cell>
      <Cell head={w.followUp} className="tabular-nums">
        {doneInTime}・{doneLate}・<span className={overdue > 0 ? 'font-bold text-error-2' : ''}>{overdue}</span>
      </Cell>
      <Cell head={w.mandatoryCame}>
        {mandatoryCame === null ? '—' : <Badge look={mandatoryCame ? 'green' : 'red'}>{mandatoryCame ? w.came : w.missing}</Badge>}
      </Cell>
    </TableRow>
  );
}
