import type { Json, Person } from '../../src/commands/scenario/person.js';
import { consentTo } from './consent.js';
import { circleOf, type Circle } from './conference.js';
import { type House, inDays } from './house.js';
import { meeting, meetingOf, seriesOf } from './series.js';

/** How many days ago each of the meetings was held, and whether the one came without whom it cannot decide. */
const HELD = [
  [72, true],
  [58, true],
  [44, false],
  [30, true],
  [16, true],
] as const;

export interface ShownSeries {
  readonly id: string;
  readonly people: Circle;
  /** A session that is convened, with somebody's proposal on its agenda. */
  readonly ahead: string;
  /** One that is over, with minutes. */
  readonly over: string;
}

/**
 * A series as screens show it: 久留米's 支援調整会議, where ハローワーク has to come, held five times in the last months and once without them, with a
 * recurrence, a session convened and these cases on its caseload.
 */
export async function showSeries(house: House, caseIds: readonly string[] = []): Promise<ShownSeries> {
  const people = await circleOf(house);
  const { sato, takahashi } = people;
  const series = await seriesOf(people, 'KURUME_SUPPORT_ADJUSTMENT', ['takahashi', 'watanabe', 'kato'], '支援調整会議');
  const held: string[] = [];
  for (const [daysAgo, came] of HELD) {
    const session = await meetingOf(sato, series.id);
    held.push(session.id);
    await hold(people, session, came);
    await longAgo(house, session.id, daysAgo);
  }
  await house.behind(
    `set session_replication_role = replica; update meeting_series set since = since - interval '100 days' where id = '${series.id}'`,
  );
  for (const caseId of caseIds) {
    const holder = await holderOf(people, caseId);
    await consentTo(holder, caseId);
    await holder.do('placeOnCaseload', { seriesId: series.id, caseId });
  }
  const { version } = (await sato.ask('query ($id: Uuid!) { series(seriesId: $id) { version } }', { id: series.id })).series;
  await sato.do('setRecurrence', {
    seriesId: series.id,
    version,
    rule: `FREQ=MONTHLY;BYDAY=1WE,3WE;UNTIL=${inDays(200).replaceAll('-', '')}`,
    beginsOn: inDays(1),
    opens: '13:30',
    closes: '15:30',
    whenClosed: 'AFTER',
  });
  const ahead = await meetingOf(sato, series.id);
  await takahashi.do('addAgendaItem', {
    sessionId: ahead.id,
    what: '住宅確保給付金の窓口が混んでいる',
    category: 'COORDINATION',
    purpose: 'MISSING_RESOURCES',
  });
  return { id: series.id, people, ahead: ahead.id, over: held.at(-1)! };
}

/** Whoever of the two holds the key of a case places it. */
async function holderOf({ sato, kato }: Circle, caseId: string): Promise<Person> {
  const { cases } = await sato.ask('{ cases { id } }');
  return cases.some(({ id }: Json) => id === caseId) ? sato : kato;
}

async function hold({ sato, watanabe }: Circle, session: Json, came: boolean): Promise<void> {
  await sato.do('addAgendaItem', { sessionId: session.id, what: '各機関からの報告', category: 'COORDINATION', purpose: 'PROGRESS' });
  await sato.do('openSession', { sessionId: session.id, version: session.version });
  const now = await meeting(sato, session.id);
  for (const { id, version, staffId } of now.invitations) {
    const attendance = staffId === watanabe.staffId && !came ? 'EXCUSED' : 'PRESENT';
    await sato.do('markAttendance', { invitationId: id, version, attendance });
  }
  for (const { id, version, outcome } of now.agenda)
    if (outcome === null) await sato.do('settleItem', { itemId: id, version, outcome: 'NOTED' });
  await sato.do('closeSession', { sessionId: session.id, version: now.version });
}

/** Moves a meeting that is over into the past: nobody can convene one there. */
async function longAgo(house: House, sessionId: string, days: number): Promise<void> {
  await house.behind(`set session_replication_role = replica;
    update conference_session set starts_at = date_trunc('day', tsunagi_now()) + interval '4 hours' - interval '${days} days',
      ends_at = date_trunc('day', tsunagi_now()) + interval '6 hours' - interval '${days} days',
      opened_at = date_trunc('day', tsunagi_now()) + interval '4 hours' - interval '${days} days',
      closed_at = date_trunc('day', tsunagi_now()) + interval '5 hours 40 minutes' - interval '${days} days' where id = '${sessionId}'`);
}
