import { askForPasskey, proofByPasskey, type PasskeyQuestion } from './passkeys.js';
import { recoveryHashOf } from './recovery-codes.js';
import { notProven, type Proof } from './start-session.js';
import { proofByTotp } from './totp.js';
import type { Visit } from './visit.js';
import { finish, peek, ticketOf, type SignedIn, type Ticket } from './way-in.js';

const SIX_DIGITS = /^\s*(\d\s*){6}$/;

/** Takes the step that a ticket stands before: with a code of an application, or with a recovery code. */
export async function confirmSignIn(visit: Visit, given: string | null, code: string): Promise<SignedIn> {
  const ticket = ticketOf(visit, given, 'SECOND_FACTOR');
  return slowly(visit, ticket, async () => {
    const isDigits = SIX_DIGITS.test(code.normalize('NFKC'));
    const proof: Proof | null = isDigits
      ? await proofByTotp(visit, ticket.staffId, code)
      : { kind: 'RECOVERY_CODE', hash: recoveryHashOf(code) };
    if (!proof) throw notProven();
    return finish(visit, ticket, proof);
  });
}

/** Asks for a passkey: of whoever stands before the second step, or of anybody. */
export async function passkeyQuestion(visit: Visit, given: string | null): Promise<PasskeyQuestion> {
  const ticket = peek(visit, given);
  const proven = ticket?.step === 'SECOND_FACTOR' ? { staffId: ticket.staffId, method: ticket.method } : null;
  return askForPasskey(visit, proven);
}

/**
 * Signs in with a passkey: as the second step, or by itself, since its device asks for a finger, a face or a number before it answers. An
 * answer is good for one session.
 */
export async function signInWithPasskey(visit: Visit, question: string, answer: string): Promise<SignedIn> {
  const attempt = visit.attempt(null, null);
  await visit.at.lanes.enter(attempt);
  const { proof, ...proven } = await proofByPasskey(visit, question, answer);
  const signedIn = await finish(visit, proven, proof);
  await visit.at.lanes.leave(attempt);
  return signedIn;
}

/** Codes are short: who guesses them has as few tries as who guesses passwords. */
async function slowly(visit: Visit, { staffId }: Ticket, step: () => Promise<SignedIn>): Promise<SignedIn> {
  const attempt = visit.attempt(`factor ${staffId}`, staffId);
  await visit.at.lanes.enter(attempt);
  const signedIn = await step();
  await visit.at.lanes.leave(attempt);
  return signedIn;
}
