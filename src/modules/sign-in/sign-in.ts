import { isRight } from './passwords.js';
import type { Visit } from './visit.js';
import { admit, refused, type SignedIn } from './way-in.js';

/**
 * Signs in with a local account. `UNAUTHENTICATED` for an unknown login and a wrong password alike, after the same work; `TOO_MANY` when that
 * happened too often.
 */
export async function signIn(visit: Visit, login: string, password: string): Promise<SignedIn> {
  const { database, lanes } = visit.at;
  const [account] = await database.ask<{ staff_id: string; password_hash: string | null }>(
    'select staff_id, password_hash from account where login = $1',
    [login],
  );
  const attempt = visit.attempt(login, account?.staff_id ?? null);
  await lanes.enter(attempt);
  if (!(await isRight(account?.password_hash ?? null, password)) || !account) throw refused();
  const signedIn = await admit(visit, { staffId: account.staff_id, method: 'PASSWORD' });
  await lanes.leave(attempt);
  return signedIn;
}
