import { refuseWords, type Draft } from './entry.js';

/** What takes a statement for the end of a transaction. */
interface Closing {
  atLast(sql: string, values: readonly unknown[]): void;
}

/** How many drafts go to the database in one statement: far within the time that one may take. */
const AT_ONCE = 2_000;

/** Seals the drafts onto the chain, together with the commit: the chain's lock is held from one to the other, and nobody waits for us between them. */
export function append(transaction: Closing, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    refuseWords(draft.state);
    refuseWords(draft.data);
  }
  for (let from = 0; from < drafts.length; from += AT_ONCE)
    transaction.atLast('select append_trail($1::jsonb) as seq', [JSON.stringify(drafts.slice(from, from + AT_ONCE))]);
}
