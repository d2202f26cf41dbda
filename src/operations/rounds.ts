import type { Sentence } from '../refusal.js';
import { countRound } from './metrics.js';

/** What the product does by itself, again and again, and what people call it. */
export const ROUNDS = {
  mail: { ja: '通知メール', en: 'mail' },
  sight: { ja: '閲覧期限の確認', en: 'ends of sight' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type Round = keyof typeof ROUNDS;

/** Carries out rounds, and knows which of them stumbled when they were carried out last. */
export class Rounds {
  private readonly stumbling = new Set<Round>();

  constructor(private readonly log: { error(fields: object, message: string): void }) {}

  /** Never throws: what stumbles is logged, and found again by the next round. */
  async carryOut(round: Round, go: () => Promise<void>): Promise<void> {
    try {
      await go();
      this.stumbling.delete(round);
      countRound(round, 'done');
    } catch (fault) {
      this.stumbling.add(round);
      countRound(round, 'failed');
      this.log.error({ fault, round }, 'a round stumbled');
    }
  }

  get stumbled(): readonly Round[] {
    return [...this.stumbling];
  }
}
