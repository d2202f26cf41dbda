import { v4 as randomId } from 'uuid';
import type { Work } from '../../database/work.js';
import { conflict } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { Account } from './account.entity.js';
import type { ProvidedPerson } from './provider.js';
import type { Visit } from './visit.js';
import { admit, refused, workingActor, type SignedIn } from './way-in.js';

/** Mail addresses and numbers are compared as people read them. */
export const identifierOf = (given: string) => given.normalize('NFKC').trim().toLowerCase();

type Subject = Pick<ProvidedPerson, 'issuer' | 'subject'>;

/** Ties somebody to what the provider calls them, for good. `CONFLICT` when they are tied to something else. */
export async function tieToProvider(work: Work, { issuer, subject }: Subject): Promise<Staff> {
  const { staffId } = work.staff;
  const found = await work.scope.first(Account, { staffId });
  const account = found && (await work.lock(Account, found.id));
  if (!account || account.subject !== null) throw conflict({ ja: 'すでに結び付けられています。', en: 'They are tied already.' });
  await work.save(account, { issuer, subject });
  const staff = await work.scope.one(Staff, staffId);
  work.record('provider.tied', staff, { to: [staffId] });
  return staff;
}

/**
 * Signs in whom the provider signed in: by what it called them the first time, and that first time by what the municipality entered for them.
 * `UNAUTHENTICATED` for anybody else.
 */
export async function signInProvided(visit: Visit, person: ProvidedPerson): Promise<SignedIn> {
  const staffId = (await tied(visit, person)) ?? (await tieFirst(visit, person));
  return admit(visit, { staffId, method: 'PROVIDER' }, person.usedSecondFactor ? { kind: 'PROVIDER' } : null);
}

async function tied({ at }: Visit, { issuer, subject }: Subject): Promise<string | null> {
  const [account] = await at.database.ask<{ staff_id: string }>('select staff_id from account where issuer = $1 and subject = $2', [
    issuer,
    subject,
  ]);
  return account?.staff_id ?? null;
}

async function tieFirst(visit: Visit, { issuer, subject, identifier }: ProvidedPerson): Promise<string> {
  const [account] = identifier
    ? await visit.at.database.ask<{ staff_id: string }>('select staff_id from account where identifier = $1 and subject is null', [
        identifierOf(identifier),
      ])
    : [];
  if (!account) throw refused();
  await visit.at.act.run(await workingActor(visit, account.staff_id), randomId(), tieToProvider, { issuer, subject });
  return account.staff_id;
}
