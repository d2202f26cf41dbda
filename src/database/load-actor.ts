import type { StaffActor } from '../permissions/actor.js';
import { withCells, type NeedToKnowCell } from '../permissions/need-to-know.js';
import type { Database } from './database.js';

/** A person as the database tells of them. */
export type Described = Omit<StaffActor, 'kind' | 'sessionId' | 'needToKnow'> & {
  sessionId?: string;
  unseenSeconds?: number;
  needToKnow: readonly NeedToKnowCell[];
};

/** When somebody was last there is kept to the minute, so that not every question writes. */
export const SEEN_SECONDS = 60;

export const asActor = (row: { actor: Described | null } | undefined): StaffActor | null =>
  row?.actor ? { ...row.actor, kind: 'staff', sessionId: row.actor.sessionId ?? null, needToKnow: withCells(row.actor.needToKnow) } : null;

/** Notes that whoever has this session or token was there just now. */
export async function noteSeen(database: Database, tokenHash: Buffer): Promise<void> {
  await database.ask(
    `with seen as (update session set last_seen_at = tsunagi_now() where token_hash = $1)
     update api_token set last_used_at = tsunagi_now() where token_hash = $1`,
    [tokenHash],
  );
}

/** The person behind the secret address of a calendar feed; `null` for an unknown or revoked one, and when they work nowhere any more. */
export async function loadActorOfFeed(database: Database, tokenHash: Buffer): Promise<StaffActor | null> {
  const [row] = await database.ask<{ actor: Described | null }>('select describe_feed($1) as actor', [tokenHash]);
  return asActor(row);
}

/** A member of staff as they stand at this instant; `null` for an unknown id. */
export async function loadActor(database: Database, staffId: string): Promise<StaffActor | null> {
  const [row] = await database.ask<{ actor: Described | null }>('select describe_actor($1) as actor', [staffId]);
  return asActor(row);
}

/** Everyone who is posted anywhere today, as they stand at this instant: for saying what a change of the policy would do to them. */
export async function loadActorsOnDuty(database: Database): Promise<StaffActor[]> {
  const rows = await database.ask<{ actor: Described | null }>(
    `select describe_actor(id) as actor from staff where exists (
       select from posting where staff_id = staff.id and since <= tsunagi_today() and (until is null or until >= tsunagi_today()))`,
  );
  return rows.map(asActor).filter((actor) => actor !== null);
}
