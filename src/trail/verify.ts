import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Head } from './heads.js';

/** What the verifier found: every entry in order, or the first that is wrong and what is wrong with it. */
export type Finding =
  | { readonly sound: true; readonly entries: number; readonly head: Head | null; readonly compared: number }
  | { readonly sound: false; readonly seq: number; readonly fault: Fault; readonly entries: number };

export type Fault = 'EDITED' | 'MISSING' | 'FORKED' | 'MISNUMBERED' | 'CUT_OFF' | 'REWRITTEN';

interface Sealed {
  seq: string;
  body: string;
  prev: Buffer;
  hash: Buffer;
}

const BATCH = 2_000;
const sha256 = (...parts: (Buffer | string)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const GENESIS = sha256('tsunagi');

/**
 * Walks the whole chain with nothing but its text: numbers without a gap, each hash of the one before and the very
 * bytes stored, and every published head still where it was. It trusts no constraint of the database, because whoever
 * could rewrite the trail could drop those too.
 */
export async function verify(client: pg.ClientBase, published: readonly Head[]): Promise<Finding> {
  const wanted = new Map(published.map((head) => [head.seq, head.hash]));
  let last: { seq: number; hash: Buffer } = { seq: 0, hash: GENESIS };
  let compared = 0;
  for (;;) {
    const { rows } = await client.query<Sealed>('select seq, body, prev, hash from trail where seq > $1 order by seq limit $2', [
      last.seq,
      BATCH,
    ]);
    if (rows.length === 0) break;
    for (const row of rows) {
      const fault = faultOf(row, last);
      if (fault) return { sound: false, ...fault, entries: last.seq };
      last = { seq: Number(row.seq), hash: row.hash };
      const head = wanted.get(last.seq);
      if (head !== undefined && head !== row.hash.toString('hex'))
        return { sound: false, seq: last.seq, fault: 'REWRITTEN', entries: last.seq };
      if (head !== undefined) compared += 1;
    }
  }
  const furthest = Math.max(0, ...wanted.keys());
  if (furthest > last.seq) return { sound: false, seq: last.seq + 1, fault: 'CUT_OFF', entries: last.seq };
  return { sound: true, entries: last.seq, head: last.seq === 0 ? null : { seq: last.seq, hash: last.hash.toString('hex') }, compared };
}

function faultOf(row: Sealed, last: { seq: number; hash: Buffer }): { seq: number; fault: Fault } | null {
  const seq = Number(row.seq);
  if (seq !== last.seq + 1) return { seq: last.seq + 1, fault: 'MISSING' };
  if (!row.prev.equals(last.hash)) return { seq, fault: 'FORKED' };
  if (!sha256(row.prev, row.body).equals(row.hash)) return { seq, fault: 'EDITED' };
  if ((JSON.parse(row.body) as { seq?: number }).seq !== seq) return { seq, fault: 'MISNUMBERED' };
  return null;
}
