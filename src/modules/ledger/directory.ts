import type { Database } from '../../database/database.js';

/** The agencies and people that a ledger can name. */
export interface Directory {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly staff: readonly { readonly id: string; readonly name: string; readonly login: string | null }[];
  /** Today in Japan, as `YYYY-MM-DD`. */
  readonly today: string;
}

/** The directory as it stands: agencies that are not closed, and everyone who works for one. */
export async function readDirectory(database: Database): Promise<Directory> {
  const [agencies, staff, clock] = await Promise.all([
    database.ask<Directory['agencies'][number]>('select id, name from agency where closed_on is null order by name, id'),
    database.ask<Directory['staff'][number]>(
      'select staff.id, staff.name, account.login from staff left join account on account.staff_id = staff.id order by staff.id',
    ),
    database.ask<{ today: string }>('select tsunagi_today()::text as today'),
  ]);
  return { agencies, staff, today: clock[0]!.today };
}
