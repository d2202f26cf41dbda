import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Head } from './heads.js';
import { indexDiffers, SEALED_COLUMNS, type Sealed } from './sealed.js';

/** What can be wrong with an entry; `verdict.ts` says each in words. */
export type Fault = 'MISSING' | 'FORKED' | 'EDITED' | 'MISNUMBERED' | 'REWRITTEN' | 'INDEX_DIFFERS' | 'CUT_OFF';

/** What the verifier found: every entry in order, or the first that is wrong and what is wrong with it. */
export type Finding =
  | { readonly sound: true; readonly entries: number; readonly head: Head | null; readonly compared: number }
  | { readonly sound: false; readonly seq: number; readonly fault: Fault; readonly entries: number };

const BATCH = 2_000;
const sha256 = (...parts: (Buffer | string)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const GENESIS = sha256('tsunagi');

/**
 * Walks the whole chain with nothing but its text: numbers without a gap, each hash of the one before and the very
 * bytes stored, the columns that queries use as the text says, and every published head still where it was. It trusts
 * no constraint of the database, because whoever could rewrite the trail could drop those too.
 */
export async function verify(
  client: pg.ClientBase,
  published: readonly Head[],
  onProgress: (entries: number) => void = () => undefined,
): Promise<Finding> {
  const walk = new Walk(published);
  for await (const rows of batches(client)) {
    const wrong = walk.through(rows);
    if (wrong) return wrong;
    onProgress(walk.entries);
  }
  return walk.end();
}

/** How far somebody has come along the chain; from here on they walk without reading again what lies behind. */
export interface Waypoint {
  readonly seq: number;
  /** Of the last entry walked, and of the one before it. */
  readonly hash: string;
  readonly before: string;
  /** How many published heads were met on the way. */
  readonly compared: number;
}

/** The table from one snapshot, through a cursor: a number that stands twice is seen twice, and a chain of any length fits. */
async function* batches(client: pg.ClientBase): AsyncGenerator<Sealed[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(`select to_regclass('public.trail') is not null as exists`);
  if (!found[0]?.exists) return;
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query(`declare walk no scroll cursor for select ${SEALED_COLUMNS} from trail order by seq, ctid`);
    for (;;) {
      const { rows } = await client.query<Sealed>(`fetch ${BATCH} from walk`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.query('rollback');
  }
}

type Wrong = { readonly seq: number; readonly fault: Fault };

/** One pass over the chain, or on from where an earlier one came to, remembering no more than the last two hashes and the heads to meet. */
export class Walk {
  entries = 0;
  private last: Buffer = GENESIS;
  private beforeLast: Buffer = GENESIS;
  private compared = 0;
  private readonly heads: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(published: readonly Head[], from: Waypoint | null = null) {
    if (from) {
      this.entries = from.seq;
      this.last = Buffer.from(from.hash, 'hex');
      this.beforeLast = Buffer.from(from.before, 'hex');
      this.compared = from.compared;
    }
    const bySeq = Map.groupBy(published, (head) => head.seq);
    this.heads = new Map([...bySeq].map(([seq, heads]) => [seq, new Set(heads.map((head) => head.hash))]));
  }

  get reached(): Waypoint {
    return { seq: this.entries, hash: this.last.toString('hex'), before: this.beforeLast.toString('hex'), compared: this.compared };
  }

  /** What is wrong with these entries, in order; `null` when nothing is. */
  through(rows: readonly Sealed[]): Finding | null {
    for (const row of rows) {
      const wrong = this.step(row);
      if (wrong) return { sound: false, ...wrong, entries: this.entries };
    }
    return null;
  }

  private step(row: Sealed): Wrong | null {
    const wrong = this.faultOf(row);
    if (wrong) return wrong;
    this.entries += 1;
    this.beforeLast = this.last;
    this.last = row.hash!;
    return null;
  }

  /** The verdict at the end of the chain. */
  end(): Finding {
    const furthest = Math.max(0, ...this.heads.keys());
    if (furthest > this.entries) return { sound: false, seq: this.entries + 1, fault: 'CUT_OFF', entries: this.entries };
    return this.sofar();
  }

  /** The verdict on what was walked until now, soundly. */
  sofar(): Finding {
    const head = this.entries === 0 ? null : { seq: this.entries, hash: this.last.toString('hex') };
    return { sound: true, entries: this.entries, head, compared: this.compared };
  }

  private faultOf(row: Sealed): Wrong | null {
    const seq = Number(row.seq);
    if (seq > this.entries + 1) return { seq: this.entries + 1, fault: 'MISSING' };
    if (seq <= this.entries) return { seq, fault: 'FORKED' };
    const body = bodyOf(row);
    if (!body) return { seq, fault: 'EDITED' };
    if (!row.prev!.equals(this.last)) return this.brokenLink(seq, row.prev!, body['seq'] === seq);
    if (body['seq'] !== seq) return { seq, fault: 'MISNUMBERED' };
    if (!this.meetsHeads(seq, row.hash!)) return { seq, fault: 'REWRITTEN' };
    return indexDiffers(row, body) ? { seq, fault: 'INDEX_DIFFERS' } : null;
  }

  /** This entry is intact but was sealed upon another than the one before it: which of the two is out of place? */
  private brokenLink(seq: number, prev: Buffer, isNumbered: boolean): Wrong {
    if (seq === 1) return { seq, fault: 'REWRITTEN' };
    if (prev.equals(this.beforeLast)) return { seq: seq - 1, fault: 'FORKED' };
    return isNumbered ? { seq: seq - 1, fault: 'REWRITTEN' } : { seq, fault: 'MISNUMBERED' };
  }

  private meetsHeads(seq: number, hash: Buffer): boolean {
    const heads = this.heads.get(seq);
    if (!heads) return true;
    this.compared += 1;
    return heads.size === 1 && heads.has(hash.toString('hex'));
  }
}

/** The sealed text as facts; `null` when it is not what its hash was taken of. */
function bodyOf({ body, prev, hash }: Sealed): Readonly<Record<string, unknown>> | null {
  if (body === null || prev === null || hash === null || !sha256(prev, body).equals(hash)) return null;
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return null;
  }
}
