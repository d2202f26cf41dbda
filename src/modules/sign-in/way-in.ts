import { Field, ObjectType } from '@nestjs/graphql';
import { v4 as randomId } from 'uuid';
import { loadActor } from '../../database/load-actor.js';
import { codes } from '../../graphql/columns.js';
import { digestOf, newSessionToken } from '../../graphql/actor.js';
import { Uuid } from '../../graphql/scalars.js';
import type { StaffActor } from '../../permissions/actor.js';
import { Refusal } from '../../refusal.js';
import { hand, takeBack } from './sealed-notes.js';
import { ProofKind, type SignInMethod } from './session.entity.js';
import { startSession, type Proof } from './start-session.js';
import type { Visit } from './visit.js';

export const SignInStep = codes('SignInStep', ['DONE', 'SECOND_FACTOR', 'ENROL']);

@ObjectType({
  description:
    'How far signing in has come. DONE: a session, whose token is shown once; browsers get it as a cookie, API clients send it as a bearer token. ' +
    'Otherwise a ticket for the next step, which can do nothing else: a second factor has to be shown, or a first one set up.',
})
export class SignedIn {
  @Field(() => SignInStep) step: keyof typeof SignInStep;
  @Field(() => String, { nullable: true }) token: string | null;
  @Field(() => Uuid, { nullable: true }) staffId: string | null;
  @Field(() => Uuid, { nullable: true }) sessionId: string | null;
  @Field(() => String, { nullable: true }) ticket: string | null;
  @Field(() => [ProofKind], { description: 'With what the next step can be taken.' }) ways: (keyof typeof ProofKind)[];
}

/** What has been proven so far of who somebody is. */
export interface Proven {
  readonly staffId: string;
  readonly method: keyof typeof SignInMethod;
}

/** Between two steps of signing in. It is no session: it opens nothing but the next step, once, for ten minutes. */
export interface Ticket extends Proven {
  readonly id: string;
  readonly until: number;
  readonly step: 'SECOND_FACTOR' | 'ENROL';
  readonly ways: readonly (keyof typeof ProofKind)[];
}

const TICKET_MINUTES = 10;

/** The one answer to everybody who may not come in, whatever the reason. */
export const refused = () =>
  new Refusal('UNAUTHENTICATED', { ja: 'ログイン名またはパスワードが違います。', en: 'The login or the password is wrong.' });

/** For a step that comes too late, or a second time. */
export const beginAgain = () =>
  new Refusal('UNAUTHENTICATED', {
    ja: '時間が経ったため、もう一度最初からサインインしてください。',
    en: 'That took too long. Please sign in from the beginning.',
  });

/** What comes after the first proof: the session, unless the person has a second factor, or has to have one. */
export async function admit(visit: Visit, proven: Proven, proof: Proof | null = null): Promise<SignedIn> {
  const actor = await workingActor(visit, proven.staffId);
  if (proof) return begin(visit, actor, proven, proof, randomId());
  const ways = await waysOf(visit, proven.staffId);
  if (ways.length > 0) return nextStep(visit, { ...proven, step: 'SECOND_FACTOR', ways });
  if (await needsFactor(visit, actor)) return nextStep(visit, { ...proven, step: 'ENROL', ways: ['TOTP', 'PASSKEY'] });
  return begin(visit, actor, proven, null, randomId());
}

/** The ticket of a step, from the request or the browser's cookie. Throws `UNAUTHENTICATED` when it is none, or too old. */
export function ticketOf(visit: Visit, given: string | null, step: Ticket['step']): Ticket {
  const ticket = peek(visit, given);
  if (ticket?.step !== step) throw beginAgain();
  return ticket;
}

export const peek = (visit: Visit, given: string | null): Ticket | null =>
  takeBack<Ticket>(visit.at.keyring, 'ticket', given ?? visit.read('ticket'), visit.now);

/** Takes the last step: the number of the ticket or question is the command's, so that it begins one session and never a second. */
export async function finish(visit: Visit, ticket: Proven & Pick<Ticket, 'id'>, proof: Proof): Promise<SignedIn> {
  return begin(visit, await workingActor(visit, ticket.staffId), ticket, proof, ticket.id).catch((fault: unknown) => {
    throw fault instanceof Refusal && fault.code === 'CONFLICT' ? beginAgain() : fault;
  });
}

/** Somebody has just set up the factor that they have to have, and with that shown it. */
export async function enrolled(visit: Visit, ticket: Ticket): Promise<SignedIn> {
  return begin(visit, await workingActor(visit, ticket.staffId), ticket, null, ticket.id);
}

/** The person, as long as they work anywhere. */
export async function workingActor({ at }: Visit, staffId: string): Promise<StaffActor> {
  const actor = await loadActor(at.database, staffId);
  if (!actor || actor.postings.length === 0) throw refused();
  return actor;
}

async function begin(visit: Visit, actor: StaffActor, { method }: Proven, proof: Proof | null, commandId: string): Promise<SignedIn> {
  const { config, act } = visit.at;
  const token = newSessionToken();
  const made = await act.run(actor, commandId, startSession, {
    tokenHash: digestOf(token),
    hours: config.sessionHours,
    idleMinutes: config.sessionIdleMinutes,
    method,
    proof,
    device: visit.device,
    isKnownDevice: visit.deviceOf(actor.staffId) !== null,
    formerId: await formerSession(visit, actor.staffId),
  });
  visit.keep('session', token, config.sessionHours * 3_600);
  visit.keep('ticket', '', 0);
  visit.knowDevice(actor.staffId);
  return { step: 'DONE', token, staffId: actor.staffId, sessionId: made.id, ticket: null, ways: [] };
}

async function formerSession(visit: Visit, staffId: string): Promise<string | null> {
  const token = visit.isBrowser ? visit.read('session') : null;
  if (!token) return null;
  const [session] = await visit.at.database.ask<{ id: string }>('select id from session where token_hash = $1 and staff_id = $2', [
    digestOf(token),
    staffId,
  ]);
  return session?.id ?? null;
}

function nextStep(visit: Visit, next: Omit<Ticket, 'id' | 'until'>): SignedIn {
  const note: Ticket = { ...next, id: randomId(), until: visit.now.getTime() + TICKET_MINUTES * 60_000 };
  const ticket = hand(visit.at.keyring, 'ticket', note);
  visit.keep('ticket', ticket, TICKET_MINUTES * 60);
  return { step: next.step, token: null, staffId: null, sessionId: null, ticket, ways: [...next.ways] };
}

async function waysOf({ at }: Visit, staffId: string): Promise<(keyof typeof ProofKind)[]> {
  const kinds = await at.database.ask<{ kind: 'TOTP' | 'PASSKEY' }>(
    'select distinct kind from second_factor where staff_id = $1 and ended_at is null order by kind',
    [staffId],
  );
  if (kinds.length === 0) return [];
  const [account] = await at.database.ask<{ left: number }>(
    'select cardinality(recovery_hashes) as left from account where staff_id = $1',
    [staffId],
  );
  return [...kinds.map(({ kind }) => kind), ...(account?.left ? (['RECOVERY_CODE'] as const) : [])];
}

async function needsFactor({ at }: Visit, actor: StaffActor): Promise<boolean> {
  const [rule] = await at.database.ask('select from sign_in_rule where needs_second_factor and profession = any ($1) limit 1', [
    actor.postings.map(({ profession }) => profession),
  ]);
  return rule !== undefined;
}
