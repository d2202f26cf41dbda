import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { Rates } from '../gate/rates.js';
import type { StaffActor } from '../permissions/actor.js';
import { tooOften, unauthenticated } from '../refusal.js';
import { actorOf, tokenOf } from './actor.js';

/** When somebody with too much under way may ask again, in seconds. */
const AGAIN_S = 1;

/** Counts a request of somebody, which is under way until it has been answered. Throws `TOO_MANY`, and says when to come back. */
export async function admit(rates: Rates, person: StaffActor, reply: FastifyReply): Promise<void> {
  const wait = enter(rates, person, reply) ? await rates.ofPerson(person) : AGAIN_S;
  if (wait === 0) return;
  void reply.header('retry-after', wait);
  throw tooOften(wait);
}

function enter(rates: Rates, { staffId }: StaffActor, { raw }: FastifyReply): boolean {
  // Whose connection is gone gets no answer, and its end has been told already.
  if (raw.destroyed || !rates.enter(staffId)) return raw.destroyed;
  raw.once('close', () => rates.leave(staffId));
  return true;
}

/** What it takes to know who asks. */
interface Asked {
  readonly database: Database;
  readonly config: Config;
  readonly rates: Rates;
}

/** Who sends a request that is not GraphQL. Throws `UNAUTHENTICATED` when nobody is signed in, `TOO_MANY` when they ask too often. */
export async function askerOf({ database, config, rates }: Asked, request: FastifyRequest, reply: FastifyReply): Promise<StaffActor> {
  const actor = await actorOf(database, tokenOf(request.headers, config));
  if (!actor) throw unauthenticated();
  await admit(rates, actor, reply);
  return actor;
}
