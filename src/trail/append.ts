import type { EntityManager } from 'typeorm';
import { refuseWords, type Draft } from './entry.js';

/** How many drafts go to the database in one statement: far within the time that one may take. */
const AT_ONCE = 2_000;

/** Seals the drafts onto the chain. The last thing in a transaction: it holds the chain's lock until commit. Returns the last number. */
export async function append(manager: EntityManager, drafts: readonly Draft[]): Promise<number> {
  for (const draft of drafts) {
    refuseWords(draft.state);
    refuseWords(draft.data);
  }
  let seq = 0;
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const some = JSON.stringify(drafts.slice(from, from + AT_ONCE));
    const [row] = await manager.query<{ seq: string }[]>('select append_trail($1::jsonb) as seq', [some]);
    seq = Number(row?.seq);
  }
  return seq;
}
