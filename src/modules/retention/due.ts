import type { Database } from '../../database/database.js';
import type { Actor } from '../../permissions/actor.js';
import type { DisposalDue } from './disposal-due.view.js';

/** The closed cases whose time is over by a day; only an information officer has any. Nothing happens to them by itself. */
export const casesDue = (database: Database, actor: Actor, on: string): Promise<DisposalDue[]> =>
  database.read<DisposalDue & Record<string, unknown>>(
    actor,
    `select case_id as "caseId", number as "caseNumber", closed_on::text as "closedOn", due_on::text as "dueOn", because, is_held as "isHeld",
            disposal_id is not null as "isProposed" from cases_due($1)`,
    [on],
  );
