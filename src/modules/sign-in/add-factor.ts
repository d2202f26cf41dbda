import type { Work } from '../../database/work.js';
import { tooMany } from '../../refusal.js';
import { Account } from './account.entity.js';
import { refuseUnlessFresh } from './fresh.js';
import { SecondFactor } from './second-factor.entity.js';

const MOST_FACTORS = 10;

interface NewFactor {
  readonly id: string;
  readonly kind: SecondFactor['kind'];
  readonly name: string;
  readonly secret: Buffer;
  readonly credentialId: string | null;
  readonly counter: number;
  /** Digests of recovery codes: kept when there are none yet. */
  readonly recoveryHashes: readonly string[];
}

/** Adds a second factor that its holder has just shown to have. `CONFLICT` when the passkey is known already. */
export async function addSecondFactor(work: Work, { recoveryHashes, counter, ...given }: NewFactor): Promise<SecondFactor> {
  const { staffId } = work.staff;
  await refuseUnlessFresh(work);
  const others = await work.scope.find(SecondFactor, { staffId, endedAt: null });
  if (others.length >= MOST_FACTORS) throw tooMany();
  const factor = await work.insert(SecondFactor, {
    ...given,
    staffId,
    counter: String(counter),
    addedAt: work.now,
    lastUsedAt: null,
    endedAt: null,
  });
  work.must('add', factor);
  work.record('second-factor.added', factor, { to: [staffId] });
  const account = others.length === 0 ? await work.scope.first(Account, { staffId }) : null;
  if (account) await work.save(account, { recoveryHashes: [...recoveryHashes] });
  return factor;
}
