import { createHash } from 'node:crypto';
import { loadActor } from '../../database/load-actor.js';
import type { Database } from '../../database/database.js';
import { meetingsOf, type Meeting } from '../calendars/meetings.js';
import { POST, write, type Letter, type NewLetter } from './letters.js';

/** What somebody was told last of a meeting, or is being told. */
interface Told extends Pick<Letter, 'sessionId' | 'uid' | 'kind' | 'sequence' | 'startsAt' | 'endsAt' | 'fingerprint' | 'tries'> {
  readonly id: string;
  readonly status: 'WAITING' | 'SENDING' | 'SENT' | 'DROPPED' | 'FAILED';
}

const LATEST = `
  select distinct on (session_id) id, session_id as "sessionId", uid, kind, sequence, starts_at as "startsAt", ends_at as "endsAt", fingerprint, tries, status
    from mail_letter where staff_id = $1 and kind in ('REQUEST', 'CANCEL') and ends_at > tsunagi_now() order by session_id, sequence desc`;

/** What of a meeting is told, as one value: another one is news. */
export const fingerprintOf = ({ startsAt, endsAt, title, place }: Meeting): string =>
  createHash('sha256')
    .update(JSON.stringify([startsAt, endsAt, title, place]))
    .digest('hex');

/**
 * Brings what everyone was told of their meetings in line with the meetings that they have and may see now: a new one is asked to, a
 * changed one told again, and one that is gone (called off, declined, no longer theirs to see) taken back. Found by comparing, not by
 * following what happened, so it holds for what ends by the clock alone.
 */
export async function settleInvitations(database: Database): Promise<void> {
  const people = await database.ask<{ staffId: string }>('select staff_id as "staffId" from people_with_meetings()');
  for (const { staffId } of people) await settleFor(database, staffId);
}

async function settleFor(database: Database, staffId: string): Promise<void> {
  const actor = await loadActor(database, staffId);
  const meetings = actor && actor.postings.length > 0 ? await meetingsOf(database, actor) : [];
  await database.write(POST, async (transaction) => {
    await transaction.ask('select pg_advisory_xact_lock(20230915, hashtext($1))', [staffId]);
    const told = new Map((await transaction.ask<Told>(LATEST, [staffId])).map((one) => [one.sessionId!, one]));
    const asked = meetings
      .filter((meeting) => meeting.isAhead)
      .flatMap((meeting) => tellOf(staffId, meeting, told.get(meeting.sessionId!)));
    const known = new Set<string | null>(meetings.map(({ sessionId }) => sessionId));
    const gone = [...told.values()].filter((one) => one.kind === 'REQUEST' && !known.has(one.sessionId));
    // What has not gone out yet need not be taken back; what may have gone out is.
    const unsent = gone.filter(isUnsent).map(({ id }) => id);
    await transaction.ask(`update mail_letter set status = 'DROPPED' where id = any ($1) and status = 'WAITING'`, [
      [...unsent, ...gone.map(({ id }) => id)],
    ]);
    const takenBack = gone.filter((one) => !isUnsent(one)).map((one) => takeBack(staffId, one));
    await write(transaction, [...asked, ...takenBack]);
  });
}

/** Never taken up, or taken up and found to be for nobody. */
const isUnsent = ({ status, tries, sequence }: Told) => sequence === 0 && ((status === 'WAITING' && tries === 0) || status === 'DROPPED');

function tellOf(staffId: string, meeting: Meeting, told: Told | undefined): NewLetter[] {
  const fingerprint = fingerprintOf(meeting);
  const isTold = told?.kind === 'REQUEST' && told.fingerprint === fingerprint && told.status !== 'DROPPED';
  if (isTold) return [];
  const { sessionId, uid, startsAt, endsAt } = meeting;
  return [{ staffId, kind: 'REQUEST', sessionId, uid, sequence: told ? told.sequence! + 1 : 0, startsAt, endsAt, fingerprint }];
}

const takeBack = (staffId: string, { sessionId, uid, sequence, startsAt, endsAt }: Told): NewLetter => ({
  staffId,
  kind: 'CANCEL',
  sessionId,
  uid,
  sequence: sequence! + 1,
  startsAt,
  endsAt,
});
