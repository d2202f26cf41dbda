import type { Database } from '../../database/database.js';
import type { FileStore } from '../../files/store.js';

/** Removes the files of a disposal from the storage; without their keys they are noise already. */
export async function removeErased(database: Database, files: FileStore, disposalId: string): Promise<void> {
  const [row] = await database.ask<{ ids: string[] }>('select erased_files($1) as ids', [disposalId]);
  await Promise.all(row!.ids.map((id) => files.remove(id).catch(() => undefined)));
}
