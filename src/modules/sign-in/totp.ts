import { Field, ObjectType } from '@nestjs/graphql';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { renderSVG } from 'uqr';
import { v7 as newId } from 'uuid';
import { invalid } from '../../refusal.js';
import { hand, takeBack } from './sealed-notes.js';
import type { Proof } from './start-session.js';
import type { Visit } from './visit.js';
import { beginAgain } from './way-in.js';

/** An authenticator's clock may be this far off: one step (RFC 6238 5.2). */
const TOLERANCE_SECONDS = 30;
const OFFER_MINUTES = 15;

@ObjectType({
  description: 'A secret for an authenticator application. It counts for nothing until a code of it comes back with the offer.',
})
export class TotpOffer {
  @Field() secret: string;
  @Field({ description: 'The address that the picture shows: otpauth://…' }) uri: string;
  @Field({ description: 'The picture to scan, as SVG.' }) picture: string;
  @Field() offer: string;
}

interface OfferNote {
  readonly until: number;
  readonly staffId: string;
  readonly secret: string;
}

export const contextOf = (factorId: string) => `totp:${factorId}`;

export async function offerTotp({ at, now }: Visit, staffId: string): Promise<TotpOffer> {
  const [account] = await at.database.ask<{ login: string }>('select login from account where staff_id = $1', [staffId]);
  const secret = generateSecret();
  const uri = generateURI({ issuer: 'Tsunagi', label: account?.login ?? staffId, secret });
  const note: OfferNote = { until: now.getTime() + OFFER_MINUTES * 60_000, staffId, secret };
  return { secret, uri, picture: renderSVG(uri, { border: 2 }), offer: hand(at.keyring, 'totp', note) };
}

/** What an offer becomes once a code of it is right. `INVALID` for a wrong code; `UNAUTHENTICATED` for an offer of somebody else, or an old one. */
export function acceptTotp({ at, now }: Visit, staffId: string, offer: string, code: string) {
  const note = takeBack<OfferNote>(at.keyring, 'totp', offer, now);
  if (note?.staffId !== staffId) throw beginAgain();
  const counter = stepOf(note.secret, code, now, -1);
  if (counter === null) {
    throw invalid('input.code', 'NOT_ALLOWED', {
      ja: 'コードが違います。認証アプリに表示されている6桁を入力してください。',
      en: 'The code is wrong. Please enter the six digits that the application shows.',
    });
  }
  const id = newId();
  return { id, kind: 'TOTP' as const, secret: at.keyring.seal(Buffer.from(note.secret), contextOf(id)), credentialId: null, counter };
}

/** The authenticator application, among those of a person, that shows this code now and has not been used with it; `null` for none. */
export async function proofByTotp({ at, now }: Visit, staffId: string, code: string): Promise<Proof | null> {
  const factors = await at.database.ask<{ id: string; secret: Buffer; counter: string }>(
    `select id, secret, counter from second_factor where staff_id = $1 and kind = 'TOTP' and ended_at is null`,
    [staffId],
  );
  for (const { id, secret, counter } of factors) {
    const step = stepOf(at.keyring.open(secret, contextOf(id)).toString(), code, now, Number(counter));
    if (step !== null) return { kind: 'TOTP', factorId: id, counter: step };
  }
  return null;
}

/** The time step of a code, if it is one of the secret's and later than the last that was used. */
function stepOf(secret: string, code: string, now: Date, after: number): number | null {
  const token = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1_000);
  const found = verifySync({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS, ...(after >= 0 ? { afterTimeStep: after } : {}) });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
