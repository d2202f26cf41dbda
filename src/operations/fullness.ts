import type { Statement } from '../database/statements.js';

const DISK_FULL = '53100';
/** While nobody writes, nobody knows: what was said longer ago than this counts no more. */
const REMEMBERED_MS = 60_000;

let fullAt = -Infinity;

/** The database says that its disk is full to whoever writes, and to nobody who asks. A command that was sealed shows that there is room again. */
export function noteFullness({ kind, failed, code }: Statement): void {
  if (code === DISK_FULL) fullAt = performance.now();
  else if (kind === 'append' && !failed) fullAt = -Infinity;
}

export const isDatabaseFull = (): boolean => performance.now() - fullAt < REMEMBERED_MS;
