import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { v4 as randomId } from 'uuid';
import type { Work } from '../../database/work.js';
import { digestOf, newSessionToken } from '../../graphql/actor.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { Instant, Uuid } from '../../graphql/scalars.js';
import { conflict, notFound } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { Account } from './account.entity.js';
import { endAll } from './end-sessions.js';
import { hashOf, refuseGuessable } from './passwords.js';
import { Session } from './session.entity.js';
import type { Visit } from './visit.js';
import { admit, workingActor, type SignedIn } from './way-in.js';

const LINK_HOURS = 72;

@InputType()
export class MakeSignInLinkInput {
  @Field(() => Uuid) staffId: string;
}

@ObjectType({ description: 'A link with which somebody chooses a password, once. It is shown this once: whoever has it can use it.' })
export class MadeLink {
  @Field() address: string;
  @Field(() => Instant) expiresAt: Date;
}

interface NewLink extends MakeSignInLinkInput {
  readonly linkHash: Buffer;
}

/**
 * Lets somebody choose a first password, or another one, by a link that holds for three days. One that was made before ends with it; what they
 * signed in with so far holds until they choose. `CONFLICT` for a program, which signs in by tokens.
 */
export async function makeSignInLink(work: Work, { staffId, linkHash }: NewLink): Promise<Staff> {
  const staff = await work.lock(Staff, staffId);
  const account = await accountOf(work, staffId);
  if (!account) throw conflict({ ja: 'この職員にはアカウントがありません。', en: 'This member of staff has no account.' });
  work.must('administer', account);
  await work.save(account, { linkHash, linkExpiresAt: new Date(work.now.getTime() + LINK_HOURS * 3_600_000) });
  work.record('sign-in-link.made', staff, { to: [staffId] });
  return staff;
}

/** A first read is needed to know which row to lock. */
async function accountOf(work: Work, staffId: string): Promise<Account | null> {
  const found = await work.scope.first(Account, { staffId });
  return found && work.lock(Account, found.id);
}

/** Makes a link and brings its address, which nobody can find out later. The secret stands after the #: no server writes it down. */
export async function madeLink(door: ResolverDoor, commandId: string, { staffId }: MakeSignInLinkInput): Promise<MadeLink> {
  const token = newSessionToken();
  const made = await door.act(makeSignInLink, commandId, { staffId, linkHash: digestOf(token) });
  const [account] = await door.request.database.ask<{ link_expires_at: Date }>('select link_expires_at from account where staff_id = $1', [
    made.id,
  ]);
  return { address: `${door.request.config.publicUrl}/welcome#${token}`, expiresAt: account!.link_expires_at };
}

@ObjectType({ description: 'For whom a link was made.' })
export class LinkOwner {
  @Field() name: string;
  @Field() login: string;
}

interface Owner extends LinkOwner {
  readonly staffId: string;
  readonly kana: string;
}

/** For whom a link was made. `NOT_FOUND` for one that is unknown, used, replaced or too old. */
export async function ownerOf(visit: Visit, token: string): Promise<Owner> {
  const attempt = visit.attempt(null, null);
  await visit.at.lanes.enter(attempt);
  const [owner] = await visit.at.database.ask<Owner>(
    `select staff_id as "staffId", name, kana, login from account join staff on staff.id = staff_id
      where link_hash = $1 and link_expires_at > tsunagi_now()`,
    [digestOf(token)],
  );
  if (!owner) throw notFound();
  await visit.at.lanes.leave(attempt);
  return owner;
}

/** Sets the password that the link was made for, and ends whatever the person was signed in with. The link has then been used. */
export async function chooseFirstPassword(
  work: Work,
  { linkHash, passwordHash }: { linkHash: Buffer; passwordHash: string },
): Promise<Staff> {
  const { staffId } = work.staff;
  const account = await accountOf(work, staffId);
  if (!account?.linkHash?.equals(linkHash)) throw notFound();
  work.must('change', account);
  await work.save(account, { passwordHash, linkHash: null, linkExpiresAt: null });
  const staff = await work.scope.one(Staff, staffId);
  work.record('sign-in-link.used', staff, { to: [staffId] });
  await endAll(work, await work.scope.find(Session, { staffId, endedAt: null }));
  return staff;
}

/** Chooses a password by a link and goes on signing in: a second factor that the person has is asked for all the same. */
export async function useSignInLink(visit: Visit, token: string, password: string): Promise<SignedIn> {
  const { staffId, login, name, kana } = await ownerOf(visit, token);
  refuseGuessable('password', password, [login, name, kana]);
  const actor = await workingActor(visit, staffId);
  const chosen = { linkHash: digestOf(token), passwordHash: await hashOf(password) };
  await visit.at.act.run(actor, randomId(), chooseFirstPassword, chosen);
  return admit(visit, { staffId, method: 'LINK' });
}
