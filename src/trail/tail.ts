import { setTimeout } from 'node:timers/promises';
import type { Doorbell } from './doorbell.js';
import type { Facts } from './entry.js';

/** An entry as readers of the trail get it. */
export interface SealedEntry {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly caseId: string | null;
  readonly seriesId: string | null;
  readonly sessionId: string | null;
  readonly category: string;
  readonly confinedTo: string | null;
  readonly aboutType: string;
  readonly aboutId: string;
  readonly to: readonly string[];
  readonly state: Facts;
  readonly data: Facts;
}

/** The statement that reads the entries after `$1`, at most `$2`, in order. */
export const ENTRIES_AFTER = `
  select seq::float8 as seq, encode(hash, 'hex') as hash, body::jsonb ->> 'at' as at, kind, actor_id as "actorId", case_id as "caseId", series_id as "seriesId", session_id as "sessionId", category, confined_to as "confinedTo",
         about_type as "aboutType", about_id as "aboutId", addressed_to as "to", state, data
    from trail where seq > $1 order by seq limit $2`;

type Reader = (after: number, limit: number) => Promise<SealedEntry[]>;
type Consumer = (entries: readonly SealedEntry[]) => void | Promise<void>;

const BATCH = 500;
/** How long a lost doorbell can stay unnoticed. */
const ROUND_MS = 1_000;
/** Where entries come thick and fast they are read a few at a time; the first after a silence is read at once. */
const PAUSE_MS = 3;

/**
 * Follows the trail. `NOTIFY` is only a doorbell: the truth is what comes after the cursor, in order and
 * complete, so a doorbell that is lost costs a second and nothing else.
 */
export class Tail {
  private readonly consumers = new Set<Consumer>();
  private readonly waiting = new Set<{ seq: number; reached: () => void }>();
  private timer: NodeJS.Timeout | null = null;
  private pulling: Promise<void> | null = null;
  private delivering: Promise<void> = Promise.resolve();
  private rungAgain = false;
  private stopped = false;
  private levelAt = performance.now();

  constructor(
    private readonly bell: Doorbell,
    private readonly read: Reader,
    private readonly onFault: (fault: unknown) => void,
    public cursor: number,
  ) {}

  /** Every batch of new entries goes to `consumer`, in order, one batch at a time. */
  follow(consumer: Consumer): void {
    this.consumers.add(consumer);
  }

  async start(): Promise<void> {
    this.bell.on('trail', () => this.ring());
    await this.bell.start();
    this.timer = setInterval(() => this.ring(), ROUND_MS);
    this.ring();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.pulling;
    await this.bell.stop();
  }

  /** Milliseconds since everything there was had been read and handed on; about a second at most while all is well. */
  get lagMs(): number {
    return performance.now() - this.levelAt;
  }

  /** Resolves when every consumer has had the entry with this `seq`. */
  reached(seq: number): Promise<void> {
    if (this.cursor >= seq) return Promise.resolve();
    return new Promise((reached) => this.waiting.add({ seq, reached }));
  }

  /** Resolves when the batch that is being handed out now, if any, has gone to every consumer or has failed. */
  settled(): Promise<void> {
    return this.delivering.catch(() => undefined);
  }

  private ring(): void {
    if (this.pulling || this.stopped) {
      this.rungAgain = true;
      return;
    }
    this.rungAgain = false;
    this.pulling = this.pull()
      .catch((fault: unknown) => this.onFault(fault))
      .then(() => setTimeout(PAUSE_MS))
      .finally(() => {
        this.pulling = null;
        if (this.rungAgain) this.ring();
      });
  }

  private async pull(): Promise<void> {
    for (;;) {
      const entries = await this.read(this.cursor, BATCH);
      const last = entries.at(-1);
      if (!last) {
        this.levelAt = performance.now();
        return;
      }
      this.delivering = this.handOut(entries, last.seq);
      await this.delivering;
      // Whatever came meanwhile has rung the doorbell.
      if (entries.length < BATCH) return;
    }
  }

  /** Nobody waits for another; the cursor moves when everyone has had the batch, and what fails is handed out again. */
  private async handOut(entries: readonly SealedEntry[], last: number): Promise<void> {
    const had = await Promise.allSettled([...this.consumers].map(async (consumer) => consumer(entries)));
    for (const one of had) if (one.status === 'rejected') throw one.reason;
    this.cursor = last;
    for (const waiter of this.waiting) {
      if (waiter.seq > this.cursor) continue;
      this.waiting.delete(waiter);
      waiter.reached();
    }
  }
}
