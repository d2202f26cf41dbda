import type { Database } from '../../database/database.js';
import type { FileStore } from '../../files/store.js';

/** Longer than any receipt is good for, and than any two clocks differ. */
const GRACE_MS = 24 * 3_600_000;
const AT_ONCE = 500;

/**
 * Takes out of the storage what nobody keeps: uploads that broke off or were never attached, and files whose words were erased. Answers with
 * how many. Safe to run again, and on several machines at once; `now` and `graceMs` are for whoever knows that nothing is under way.
 */
export async function sweepFiles(database: Database, store: FileStore, now = Date.now(), graceMs = GRACE_MS): Promise<number> {
  let swept = 0;
  let ids: string[] = [];
  const sweep = async () => {
    const [row] = await database.ask<{ nobodys: string[] }>('select files_nobody_keeps($1) as nobodys', [ids]);
    for (const id of row!.nobodys) await store.remove(id);
    swept += row!.nobodys.length;
    ids = [];
  };
  for await (const { id, at } of store.list()) {
    if (now - at.getTime() < graceMs) continue;
    ids.push(id);
    if (ids.length === AT_ONCE) await sweep();
  }
  if (ids.length > 0) await sweep();
  return swept;
}
