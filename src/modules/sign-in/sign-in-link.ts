import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { v4 as randomId } from 'uuid';
import type { Work } from '../../database/work.js';
import { digestOf, newSessionToken } from '../../graphql/actor.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { Instant, MailAddress, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid, notFound } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { Account } from './account.entity.js';
import { endAll } from './end-sessions.js';
import { sealLetter } from './link-letter.js';
import { hashOf, refuseGuessable } from './passwords.js';
import type { Reception } from './reception.js';
import { Session } from './session.entity.js';
import type { Visit } from './visit.js';
import { admit, workingActor, type SignedIn } from './way-in.js';

const LINK_HOURS = 72;

@InputType()
export class MakeSignInLinkInput {
  @Field(() => Uuid) staffId: string;
  @Field({ defaultValue: false, description: 'Mails the link to its owner, and shows it to nobody else.' }) byMail: boolean;
  @Field(() => MailAddress, { nullable: true, description: 'Where to: without it, where they have said that their mail goes.' })
  mailTo?: string | null;
}

@ObjectType({ description: 'A link with which somebody chooses a password, once. It is shown this once: whoever has it can use it.' })
export class MadeLink {
  @Field(() => String, { nullable: true, description: 'Where the link leads; null where it was mailed.' }) address: string | null;
  @Field(() => Instant) expiresAt: Date;
}

interface NewLink extends MakeSignInLinkInput {
  readonly linkHash: Buffer;
  /** What is mailed, sealed; `null` where the link is handed over. */
  readonly linkLetter: Buffer | null;
}

/**
 * Lets somebody choose a first password, or another one, by a link that holds for three days. One that was made before ends with it; what they
 * signed in with so far holds until they choose. `CONFLICT` for a program, which signs in by tokens; `INVALID` for mail to somebody whose address
 * nobody knows.
 */
export async function makeSignInLink(work: Work, { staffId, linkHash, linkLetter, byMail, mailTo }: NewLink): Promise<Staff> {
  const staff = await work.lock(Staff, staffId);
  const account = await accountOf(work, staffId);
  if (!account) throw conflict({ ja: 'この職員にはアカウントがありません。', en: 'This member of staff has no account.' });
  work.must('administer', account);
  if (byMail && !mailTo && !(await work.scope.unseen.hasMailAddress(staffId))) throw noAddress();
  await work.save(account, { linkHash, linkLetter, linkExpiresAt: new Date(work.now.getTime() + LINK_HOURS * 3_600_000) });
  work.record('sign-in-link.made', staff, { to: [staffId], byMail });
  return staff;
}

/** A first read is needed to know which row to lock. */
async function accountOf(work: Work, staffId: string): Promise<Account | null> {
  const found = await work.scope.first(Account, { staffId });
  return found && work.lock(Account, found.id);
}

const noAddress = () =>
  invalid('input.mailTo', 'REQUIRED', {
    ja: 'この職員の宛先が分かりません。メールアドレスを入力してください。',
    en: 'Nobody knows where their mail goes. Please enter an address.',
  });

/**
 * Makes a link, and mails it or brings its address, which nobody can find out later. The secret stands after the #: no server writes it down.
 * `CONFLICT` for mail where no mail server is set.
 */
export async function madeLink(
  door: ResolverDoor,
  { config, keyring, database }: Reception,
  commandId: string,
  input: MakeSignInLinkInput,
): Promise<MadeLink> {
  if (input.byMail && !config.smtpUrl) throw conflict({ ja: 'メールサーバーが設定されていません。', en: 'No mail server is set.' });
  const token = newSessionToken();
  const address = `${config.publicUrl}/welcome#${token}`;
  const linkLetter = input.byMail ? sealLetter(keyring, input.staffId, { address, to: input.mailTo ?? null }) : null;
  const made = await door.act(makeSignInLink, commandId, { ...input, linkHash: digestOf(token), linkLetter });
  const [account] = await database.ask<{ link_expires_at: Date }>('select link_expires_at from account where staff_id = $1', [made.id]);
  return { address: input.byMail ? null : address, expiresAt: account!.link_expires_at };
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
  await work.save(account, { passwordHash, linkHash: null, linkExpiresAt: null, linkLetter: null });
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
