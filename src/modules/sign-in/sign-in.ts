import { randomBytes } from 'node:crypto';
import { Field, ObjectType } from '@nestjs/graphql';
import { v4 as randomId } from 'uuid';
import { loadActor } from '../../database/load-actor.js';
import type { Work } from '../../database/work.js';
import { digestOf } from '../../graphql/actor.js';
import type { RequestContext } from '../../graphql/request.js';
import { Uuid } from '../../graphql/scalars.js';
import { Refusal } from '../../refusal.js';
import { isRight } from './passwords.js';
import { Session } from './session.entity.js';

@ObjectType({ description: 'A new session. The token is shown once: browsers get it as a cookie, API clients send it as a bearer token.' })
export class SignedIn {
  @Field() token: string;
  @Field(() => Uuid) staffId: string;
  @Field(() => Uuid) sessionId: string;
}

const refused = () =>
  new Refusal('UNAUTHENTICATED', { ja: 'ログイン名またはパスワードが違います。', en: 'The login or the password is wrong.' });

interface NewSession {
  readonly tokenHash: Buffer;
  readonly hours: number;
}

export async function startSession(work: Work, { tokenHash, hours }: NewSession): Promise<Session> {
  const expiresAt = new Date(work.now.getTime() + hours * 3_600_000);
  const session = await work.insert(Session, { staffId: work.staff.staffId, tokenHash, startedAt: work.now, expiresAt, endedAt: null });
  work.record('session.started', session);
  return session;
}

/** Signs in with a local account. `UNAUTHENTICATED` for an unknown login and a wrong password alike. */
export async function signIn(request: RequestContext, login: string, password: string): Promise<SignedIn> {
  const { database, act, config } = request;
  const [account] = await database.ask<{ staff_id: string; password_hash: string }>(
    'select staff_id, password_hash from account where login = $1',
    [login],
  );
  if (!(await isRight(account?.password_hash ?? null, password)) || !account) throw refused();
  const actor = await loadActor(database, account.staff_id);
  if (!actor || actor.postings.length === 0) throw refused();
  const token = randomBytes(32).toString('base64url');
  const made = await act.run(actor, randomId(), startSession, { tokenHash: digestOf(token), hours: config.sessionHours });
  return { token, staffId: actor.staffId, sessionId: made.id };
}
