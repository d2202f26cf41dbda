import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config.js';

const MINUTE_S = 60;

/** Counts, for each key, how often something happened in this minute. `null` where the settings do not count. */
const counter = (most: number): RateLimiterMemory | null =>
  most === 0 ? null : new RateLimiterMemory({ points: most, duration: MINUTE_S });

/** One more for a key. Answers with the seconds to wait when that is too many, else with 0. */
async function take(limiter: RateLimiterMemory | null, key: string): Promise<number> {
  try {
    await limiter?.consume(key);
    return 0;
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    return Math.ceil(full.msBeforeNext / 1_000);
  }
}

/** Who is counted: one person, under each agency that they are posted to. */
interface Counted {
  readonly staffId: string;
  readonly postings: readonly { readonly agencyId: string }[];
}

type Limits = Pick<Config, 'ratePerAddress' | 'ratePerPerson' | 'ratePerAgency' | 'rateOfEvents' | 'atOncePerPerson'>;

/**
 * How often each person, agency and address may ask in a minute. Counted in the memory of this process
 * (`docs/decisions/0610-limits-in-memory.md`); an entry is forgotten after its minute, so that memory stays bounded.
 */
export class Rates {
  private readonly addresses: RateLimiterMemory | null;
  private readonly people: RateLimiterMemory | null;
  private readonly agencies: RateLimiterMemory | null;
  private readonly events: RateLimiterMemory | null;
  /** How many requests of each person are under way; whoever has none is not here. */
  private readonly underWay = new Map<string, number>();

  constructor(private readonly config: Limits) {
    this.addresses = counter(config.ratePerAddress);
    this.people = counter(config.ratePerPerson);
    this.agencies = counter(config.ratePerAgency);
    this.events = counter(config.rateOfEvents);
  }

  /** A request from this address. Answers with the seconds to wait, 0 when it may go on. */
  ofAddress(address: string): Promise<number> {
    return take(this.addresses, address);
  }

  /** A request of this person, which counts for their agencies as well. Answers with the seconds to wait, 0 when it may go on. */
  async ofPerson({ staffId, postings }: Counted): Promise<number> {
    const agencies = new Set(postings.map(({ agencyId }) => agencyId));
    const waits = await Promise.all([take(this.people, staffId), ...[...agencies].map((id) => take(this.agencies, id))]);
    return Math.max(...waits);
  }

  /**
   * Whether one more request of this person may be under way; if so, it is until `leave`. Whoever does not read their answers has few of them
   * waiting in memory, on however many connections.
   */
  enter(staffId: string): boolean {
    const now = this.underWay.get(staffId) ?? 0;
    if (this.config.atOncePerPerson > 0 && now >= this.config.atOncePerPerson) return false;
    this.underWay.set(staffId, now + 1);
    return true;
  }

  /** A request that entered has been answered, or its connection is gone. */
  leave(staffId: string): void {
    const left = (this.underWay.get(staffId) ?? 1) - 1;
    if (left > 0) this.underWay.set(staffId, left);
    else this.underWay.delete(staffId);
  }

  /** An event on one of this person's sockets. Answers with the seconds to wait, 0 when it may go on. */
  ofEvent(staffId: string): Promise<number> {
    return take(this.events, staffId);
  }
}
