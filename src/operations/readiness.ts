import type { Sentence } from '../refusal.js';

/** How a part stands. `DEGRADED`: it works, but somebody has to look. `FAILED`: people cannot work here, and nobody should be sent here. */
export type State = 'OK' | 'DEGRADED' | 'FAILED';

export interface Finding {
  readonly state: State;
  /** What is the matter, in words that name no person, no address and no secret; nothing while all is well. */
  readonly says?: Sentence;
}

/** Something that the product stands on, and how to look at it. What throws, or does not answer in time, has failed. */
export interface Part {
  readonly name: string;
  look(): Finding | Promise<Finding>;
}

/** Everything that the product says of itself to whoever sends people here. */
export interface Standing {
  readonly ready: boolean;
  readonly degraded: boolean;
  readonly parts: Readonly<Record<string, Finding>>;
}

export const OK: Finding = { state: 'OK' };
export const degraded = (ja: string, en: string): Finding => ({ state: 'DEGRADED', says: { ja, en } });
export const failed = (ja: string, en: string): Finding => ({ state: 'FAILED', says: { ja, en } });

/** Longer than any part takes while it is well, shorter than a load balancer waits. */
const PATIENCE_MS = 3_000;
/** Whoever asks more often gets the same answer: asking must not be a load. */
const FRESH_MS = 500;

const LEAVING = failed('停止の準備中です。新しい接続は別のノードへ送ってください。', 'It is about to stop: send people to another node.');
const NO_ANSWER = failed('応答がありません。', 'It does not answer.');

/** Can people be sent here? Each part is looked at by itself and named, so that whoever is woken at night knows where to begin. */
export class Readiness {
  private readonly parts = new Map<string, Part>();
  private known: { readonly until: number; readonly standing: Promise<Standing> } | null = null;
  private isLeaving = false;

  /** From now on this part is looked at too. */
  watch(part: Part): void {
    this.parts.set(part.name, part);
  }

  /** From now on nobody is to be sent here: the process is about to stop. There is no way back. */
  leave(): void {
    this.isLeaving = true;
    this.known = null;
  }

  get leaving(): boolean {
    return this.isLeaving;
  }

  /** How everything stands, as of at most half a second ago. Never throws. */
  standing(): Promise<Standing> {
    if (!this.known || this.known.until < performance.now()) this.known = { until: performance.now() + FRESH_MS, standing: this.look() };
    return this.known.standing;
  }

  private async look(): Promise<Standing> {
    const findings = await Promise.all([...this.parts.values()].map(async (part) => [part.name, await lookAt(part)] as const));
    const parts = Object.fromEntries(this.isLeaving ? [...findings, ['process', LEAVING] as const] : findings);
    const states = Object.values(parts).map(({ state }) => state);
    return { ready: !states.includes('FAILED'), degraded: states.some((state) => state !== 'OK'), parts };
  }
}

async function lookAt(part: Part): Promise<Finding> {
  const { promise: late, resolve } = Promise.withResolvers<Finding>();
  const timer = setTimeout(() => resolve(NO_ANSWER), PATIENCE_MS);
  try {
    return await Promise.race([part.look(), late]);
  } catch {
    return NO_ANSWER;
  } finally {
    clearTimeout(timer);
  }
}
