import type { Database } from '../database/database.js';
import { asActor, type Described } from '../database/load-actor.js';
import type { StaffActor } from '../permissions/actor.js';

/**
 * As of when somebody was described. Between `since` and `until`, and while nothing has changed who may see what (`stamp`), the database would say
 * the same of them again.
 */
export interface Standing {
  readonly stamp: string;
  readonly since: string;
  readonly until: string;
}

/** What the database says of somebody now: that they stand as they stood, or how they stand. */
export type Report = { readonly stands: true } | { readonly stands: false; readonly standing: Standing; readonly actor: StaffActor | null };

interface Row extends Standing {
  readonly stands: boolean;
  readonly actor: Described | null;
}

/** The instant is taken first: what the clock changes while people are being described ends the description. */
const REPORT = `
  with moment as materialized (select access_stamp() as stamp, tsunagi_now() as at, next_change_of_access() as until)
  select stands, moment.stamp::text as stamp, moment.at::text as since, moment.until::text as until,
         case when not stands then describe_actor(asked.id) end as actor
    from moment, unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::timestamptz[]) with ordinality as asked (id, stamp, since, until, place),
         lateral (select coalesce(asked.stamp = moment.stamp and moment.at >= asked.since and moment.at < asked.until, false) as stands offset 0) held
   order by place`;

/** Asks of all of these in one statement, and answers in their order. Whoever has not been described, or is unknown, does not stand. */
export async function reportOn(
  database: Database,
  people: readonly { readonly staffId: string; readonly standing: Standing | null }[],
): Promise<Report[]> {
  const column = (of: keyof Standing) => people.map(({ standing }) => standing?.[of] ?? null);
  const ids = people.map(({ staffId }) => staffId);
  const rows = await database.ask<Row>(REPORT, [ids, column('stamp'), column('since'), column('until')]);
  return rows.map(({ stands, actor, stamp, since, until }) =>
    stands ? { stands } : { stands, standing: { stamp, since, until }, actor: asActor({ actor }) },
  );
}
