import type { Work } from '../../database/work.js';
import { Refusal } from '../../refusal.js';
import { Account } from './account.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import { endAll } from './end-sessions.js';
import type { ProofKind, SignInMethod } from './session.entity.js';
import { Session } from './session.entity.js';
import { Staff } from '../people/staff.entity.js';

/** A second proof that was right, and what of it may not be used again. */
export type Proof =
  | { readonly kind: 'TOTP' | 'PASSKEY'; readonly factorId: string; readonly counter: number }
  | { readonly kind: 'RECOVERY_CODE'; readonly hash: string }
  | { readonly kind: 'PROVIDER' };

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly hours: number;
  readonly idleMinutes: number;
  readonly method: keyof typeof SignInMethod;
  readonly proof: Proof | null;
  readonly device: string;
  readonly isKnownDevice: boolean;
  /** The session that the browser had until now: signing in again ends it. */
  readonly formerId: string | null;
}

/** The proof was right once and has been used since, or is not right at all: the same answer. */
export const notProven = () =>
  new Refusal('UNAUTHENTICATED', {
    ja: 'コードが違うか、すでに使われています。新しいコードを入力してください。',
    en: 'The code is wrong, or it was used before. Please enter a new one.',
  });

/** Begins a session, and uses up the proof that it rests on in the same transaction. `UNAUTHENTICATED` when that was used before. */
export async function startSession(work: Work, input: NewSession): Promise<Session> {
  const { staffId } = work.staff;
  const { hours, proof, formerId, ...given } = input;
  const isNotice = !input.isKnownDevice && (await hasKnownDevice(work));
  const session = await work.insert(Session, {
    ...given,
    staffId,
    factor: proof?.kind ?? (null as keyof typeof ProofKind | null),
    startedAt: work.now,
    lastSeenAt: work.now,
    expiresAt: new Date(work.now.getTime() + hours * 3_600_000),
    endedAt: null,
  });
  work.record('session.started', session, {
    to: isNotice ? [staffId] : [],
    method: input.method,
    factor: proof?.kind ?? null,
    isKnownDevice: input.isKnownDevice,
  });
  if (proof) await useUp(work, proof);
  if (formerId) await endAll(work, await work.scope.find(Session, { id: formerId, endedAt: null }));
  return session;
}

/** Somebody who signs in with browsers that they keep is told when another is used. */
const hasKnownDevice = async (work: Work) =>
  (await work.scope.first(Session, { staffId: work.staff.staffId, isKnownDevice: true })) !== null;

async function useUp(work: Work, proof: Proof): Promise<void> {
  if (proof.kind === 'PROVIDER') return;
  if (proof.kind === 'RECOVERY_CODE') return useUpCode(work, proof.hash);
  const factor = await work.lock(SecondFactor, proof.factorId);
  // Passkeys that live on several devices do not count, and say 0.
  const isFresh = proof.counter > Number(factor.counter) || (factor.kind === 'PASSKEY' && proof.counter === 0);
  if (factor.endedAt !== null || !isFresh) throw notProven();
  await work.save(factor, { counter: String(proof.counter), lastUsedAt: work.now });
}

async function useUpCode(work: Work, hash: string): Promise<void> {
  const { staffId } = work.staff;
  const found = await work.scope.first(Account, { staffId });
  const account = found && (await work.lock(Account, found.id));
  if (!account?.recoveryHashes.includes(hash)) throw notProven();
  const left = account.recoveryHashes.filter((one) => one !== hash);
  await work.save(account, { recoveryHashes: left });
  work.record('recovery-code.used', await work.scope.one(Staff, staffId), { to: [staffId], left: left.length });
}
