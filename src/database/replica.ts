import { setTimeout as pause } from 'node:timers/promises';
import { Database } from './database.js';
import type { Type } from './shape.js';

/** How long a report waits for the replica to have everything that the primary had when it was asked for. */
const PATIENCE_MS = 500;
const LOOK_MS = 20;
/** One that says nothing for so long cannot be used, and is let alone for a while. */
const SILENCE_MS = 1_500;
const ALONE_MS = 3_000;

interface Head {
  readonly seq: number;
  readonly hash: string;
}

const LIVE = { kind: 'system', name: 'system:live' } as const;

/** How the replica stood when it was looked at last. `ANOTHER`: its chain is not ours. */
type Standing = 'LEVEL' | 'BEHIND' | 'UNREACHABLE' | 'ANOTHER';

/**
 * A streaming replica that answers reports, once it has every entry of the trail that the primary had when the question came. Since nothing changes without an
 * entry, it then knows of every change: a right that was taken away, words that were shielded. Until then, and whenever it cannot be used, the primary answers.
 */
export class Replica {
  standing: Standing = 'LEVEL';
  /** Entries that it lacked when it was looked at last. */
  lacks = 0;
  /** Reports that it answered since the product started. */
  answered = 0;
  /** Reports that the primary had to answer since the product started. */
  passedBack = 0;
  private opening: Promise<Database> | null = null;
  private aloneUntil = 0;

  constructor(
    private readonly primary: Database,
    private readonly url: string,
    private readonly entities: readonly Type[],
  ) {}

  /** The replica when it has everything; otherwise the primary. Never throws for the replica's sake. */
  async orPrimary(): Promise<Database> {
    const database = performance.now() < this.aloneUntil ? null : await this.usable(PATIENCE_MS);
    if (database) this.answered += 1;
    else this.passedBack += 1;
    return database ?? this.primary;
  }

  /** Looks how it stands, whoever asks. */
  async look(): Promise<Standing> {
    if (performance.now() >= this.aloneUntil) await this.usable(0);
    return this.standing;
  }

  async close(): Promise<void> {
    await this.opening?.then((database) => database.close()).catch(() => undefined);
  }

  private async usable(patience: number): Promise<Database | null> {
    const { promise: silence, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('It says nothing.')), SILENCE_MS);
    return Promise.race([this.level(patience), silence])
      .catch(() => this.leaveAlone('UNREACHABLE'))
      .finally(() => clearTimeout(timer));
  }

  private async level(patience: number): Promise<Database | null> {
    const database = await (this.opening ??= Database.open(this.url, this.entities));
    const newest = await headOf(this.primary);
    const deadline = performance.now() + patience;
    for (;;) {
      const head = await headOf(database);
      this.lacks = Math.max(0, newest.seq - head.seq);
      this.standing = this.lacks === 0 ? 'LEVEL' : 'BEHIND';
      if (this.lacks === 0) return (await this.isOurs(head)) ? database : this.leaveAlone('ANOTHER');
      if (performance.now() >= deadline) return null;
      await pause(LOOK_MS);
    }
  }

  /** A database whose last entry does not stand in our chain is no replica of ours, however many entries it has. */
  private async isOurs({ seq, hash }: Head): Promise<boolean> {
    if (seq === 0) return true;
    const sql = `select from trail where seq = $1 and hash = decode($2, 'hex')`;
    return (await this.primary.read(LIVE, sql, [seq, hash])).length === 1;
  }

  private leaveAlone(standing: Standing): null {
    this.standing = standing;
    this.aloneUntil = performance.now() + ALONE_MS;
    void this.close();
    this.opening = null;
    return null;
  }
}

async function headOf(database: Database): Promise<Head> {
  const [head] = await database.ask<Head>('select seq::float8 as seq, hash from trail_head()');
  return head ?? { seq: 0, hash: '' };
}
