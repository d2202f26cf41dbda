import { isIP } from 'node:net';
import { Field, ObjectType } from '@nestjs/graphql';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { v4 as randomId, v7 as newId } from 'uuid';
import type { Config } from '../../config.js';
import { conflict, invalid } from '../../refusal.js';
import { hand, takeBack } from './sealed-notes.js';
import { notProven, type Proof } from './start-session.js';
import type { Visit } from './visit.js';
import { beginAgain, type Proven } from './way-in.js';

const MINUTES = 10;

@ObjectType({ description: "A question that only the holder of a passkey can answer. `options` is JSON for the browser's WebAuthn." })
export class PasskeyQuestion {
  @Field() options: string;
  @Field({ description: 'Comes back with the answer.' }) question: string;
}

interface QuestionNote {
  readonly id: string;
  readonly until: number;
  readonly challenge: string;
  /** Whose passkey is asked for, and what they proved before; `null` where the passkey itself says whose it is. */
  readonly proven: Proven | null;
}

/** Passkeys belong to a name, not to a number: a product that is reached by its address alone has none. */
export const hasPasskeys = ({ publicUrl }: Pick<Config, 'publicUrl'>): boolean => isIP(hostOf(publicUrl)) === 0;
const hostOf = (publicUrl: string) => new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');

const passkeysOf = ({ at }: Visit, staffId: string) =>
  at.database.ask<{ id: string }>(
    `select credential_id as id from second_factor where staff_id = $1 and kind = 'PASSKEY' and ended_at is null`,
    [staffId],
  );

function refuseWithoutName({ at }: Visit): void {
  if (hasPasskeys(at.config)) return;
  throw conflict({
    ja: 'このアドレスではパスキーを使えません。PUBLIC_URLに名前のあるアドレスを設定してください。',
    en: 'Passkeys cannot be used at this address: PUBLIC_URL has to be one with a name.',
  });
}

/** Asks the browser to make a passkey for a person. */
export async function offerPasskey(visit: Visit, staffId: string): Promise<PasskeyQuestion> {
  refuseWithoutName(visit);
  const { database, config } = visit.at;
  const [person] = await database.ask<{ login: string; name: string }>(
    'select login, name from account join staff on staff.id = staff_id where staff_id = $1',
    [staffId],
  );
  const options = await generateRegistrationOptions({
    rpName: 'つなぎ Tsunagi',
    rpID: hostOf(config.publicUrl),
    userID: Uint8Array.from(Buffer.from(staffId)),
    userName: person?.login ?? staffId,
    userDisplayName: person?.name ?? '',
    attestationType: 'none',
    excludeCredentials: await passkeysOf(visit, staffId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return handQuestion(visit, 'new-passkey', options, { staffId, method: 'PASSKEY' });
}

/** The passkey that the browser made for this very question. `INVALID` when it is not one. */
export async function acceptPasskey(visit: Visit, staffId: string, question: string, answer: string) {
  const note = takeBack<QuestionNote>(visit.at.keyring, 'new-passkey', question, visit.now);
  if (note?.proven?.staffId !== staffId) throw beginAgain();
  const made = await verifyRegistrationResponse({ response: parsed<RegistrationResponseJSON>(answer), ...expected(visit, note) }).catch(
    (): never => refuseAnswer(),
  );
  if (!made.verified) refuseAnswer();
  const { id, publicKey, counter } = made.registrationInfo.credential;
  return { id: newId(), kind: 'PASSKEY' as const, secret: Buffer.from(publicKey), credentialId: id, counter };
}

/** Asks for a passkey: of a person who has given their password, or of whoever comes. */
export async function askForPasskey(visit: Visit, proven: Proven | null): Promise<PasskeyQuestion> {
  refuseWithoutName(visit);
  const options = await generateAuthenticationOptions({
    rpID: hostOf(visit.at.config.publicUrl),
    userVerification: 'required',
    ...(proven ? { allowCredentials: await passkeysOf(visit, proven.staffId) } : {}),
  });
  return handQuestion(visit, 'passkey', options, proven);
}

/**
 * Whose passkey answered, with what, and by what they had begun. `id` is the question's: it is answered once. `UNAUTHENTICATED` when the
 * answer is not right.
 */
export async function proofByPasskey(visit: Visit, question: string, answer: string): Promise<Proven & { id: string; proof: Proof }> {
  const { keyring, database } = visit.at;
  const note = takeBack<QuestionNote>(keyring, 'passkey', question, visit.now);
  if (!note) throw beginAgain();
  const response = parsed<AuthenticationResponseJSON>(answer);
  const [factor] = await database.ask<{ id: string; staff_id: string; secret: Buffer; counter: string }>(
    `select id, staff_id, secret, counter from second_factor where credential_id = $1 and ended_at is null`,
    [String(response.id)],
  );
  if (!factor || (note.proven !== null && note.proven.staffId !== factor.staff_id)) throw notProven();
  const credential = { id: response.id, publicKey: Uint8Array.from(factor.secret), counter: Number(factor.counter) };
  const shown = await verifyAuthenticationResponse({ response, credential, ...expected(visit, note) }).catch((): never => {
    throw notProven();
  });
  if (!shown.verified) throw notProven();
  const proof: Proof = { kind: 'PASSKEY', factorId: factor.id, counter: shown.authenticationInfo.newCounter };
  return { id: note.id, staffId: factor.staff_id, method: note.proven?.method ?? 'PASSKEY', proof };
}

function handQuestion({ at, now }: Visit, kind: string, options: { challenge: string }, proven: Proven | null): PasskeyQuestion {
  const note: QuestionNote = { id: randomId(), until: now.getTime() + MINUTES * 60_000, challenge: options.challenge, proven };
  return { options: JSON.stringify(options), question: hand(at.keyring, kind, note) };
}

const expected = ({ at }: Visit, { challenge }: QuestionNote) => ({
  expectedChallenge: challenge,
  expectedOrigin: new URL(at.config.publicUrl).origin,
  expectedRPID: hostOf(at.config.publicUrl),
  requireUserVerification: true,
});

function parsed<Answer>(json: string): Answer {
  try {
    const answer: unknown = JSON.parse(json);
    if (typeof answer === 'object' && answer !== null) return answer as Answer;
  } catch {
    // Not JSON at all: refused like any other answer that is none.
  }
  return refuseAnswer();
}

function refuseAnswer(): never {
  throw invalid('input.answer', 'FORMAT', { ja: 'パスキーの応答が正しくありません。', en: 'This is no answer of a passkey.' });
}
