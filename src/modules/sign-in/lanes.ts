import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../refusal.js';

const MINUTE = 60;
const DAY = 86_400;

/** How many tries a lane lets through, and in how many seconds. */
const lane = (name: string, points: number, duration: number) => new RateLimiterMemory({ keyPrefix: name, points, duration });

/** Who tries, as far as that is known before anything is proven. */
export interface Attempt {
  /** Whose secret is guessed at: a login, or a person who has given their password; `null` where it could be anybody's. */
  readonly whose: string | null;
  /** As the gate counts them: of IPv6 the network. */
  readonly address: string;
  /** The browser, where it proves that this very person signed in with it before. */
  readonly device: string | null;
}

/**
 * Slows guessing down without giving anybody the means to lock others out. Who guesses uses up the lane of their own address. The person
 * themself comes by another: their browser has a lane of its own, so that not even a guesser in the same office stands in their way.
 * The last lane is what NIST SP 800-63B asks for: a hundred tries a day at one secret from browsers that it never saw.
 */
export class Lanes {
  private readonly device = lane('device', 10, 15 * MINUTE);
  private readonly pair = lane('pair', 10, 15 * MINUTE);
  private readonly address = lane('address', 200, 15 * MINUTE);
  private readonly secret = lane('secret', 100, DAY);

  /** Takes a place in every lane of an attempt. Throws `TOO_MANY`, with how long to wait, when one is full. */
  async enter(attempt: Attempt): Promise<void> {
    for (const [limiter, key] of this.lanesOf(attempt)) {
      await limiter.consume(key).catch((full: unknown) => {
        throw full instanceof RateLimiterRes ? slowDown(full.msBeforeNext) : full;
      });
    }
  }

  /** What was right does not count: the lanes of this person are free again, and the address gets its place back. */
  async leave(attempt: Attempt): Promise<void> {
    for (const [limiter, key] of this.lanesOf(attempt)) {
      if (limiter === this.address) await limiter.reward(key);
      else await limiter.delete(key);
    }
  }

  private lanesOf({ whose, address, device }: Attempt): [RateLimiterMemory, string][] {
    if (device !== null) return [[this.device, `${device} ${whose}`]];
    if (whose === null) return [[this.address, address]];
    return [
      [this.address, address],
      [this.pair, `${address} ${whose}`],
      [this.secret, whose],
    ];
  }
}

function slowDown(ms: number): Refusal {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return new Refusal('TOO_MANY', {
    ja: `続けて失敗したため、しばらく受け付けられません。およそ${minutes}分後にもう一度お試しください。`,
    en: `There were too many failed tries. Please try again in about ${minutes} minute${minutes === 1 ? '' : 's'}.`,
  });
}
