import { Ability } from '../permissions/ability.js';
import type { Actor, StaffActor } from '../permissions/actor.js';
import type { Database } from './database.js';
import { asActor, noteSeen, SEEN_SECONDS, type Described } from './load-actor.js';

/**
 * A person behind a live session or token, as they were last described: with the rules that follow from it, and with what tells whether the description
 * still holds. Between `since` and `until`, and while nothing has changed who may see what (`stamp`), it is what the database would say anew.
 */
export interface Acquaintance {
  readonly actor: StaffActor;
  readonly ability: Ability;
  readonly token: Buffer;
  readonly stamp: string;
  readonly since: string;
  readonly until: string;
}

type Introduced = Omit<Acquaintance, 'actor' | 'ability' | 'token'> & { readonly actor: Described | null; readonly at: Date };

/** The stamp is of the same instant as the description: whoever commits a change in between makes it one that no longer holds. */
const INTRODUCE = `
  with found as materialized (select coalesce(describe_session($1), describe_token($1)) as actor)
  select actor, access_stamp()::text as stamp, tsunagi_now() as at, tsunagi_now()::text as since, next_change_of_access()::text as until,
         case when actor is not null then keep_standing((actor ->> 'staffId')::uuid) end
    from found`;
const abilities = new WeakMap<Actor, Ability>();
const MOST_KEPT = 2_000;

/**
 * Those who asked lately. What is known of them is presumed and never trusted: every statement that rests on it asks the database, in the same
 * breath, whether it still holds (`Database.readPresuming`, `holds`), so that a revocation acts at once, whichever process made it.
 */
export class Acquaintances {
  private readonly known = new Map<string, Acquaintance>();
  /** When each was last noted to be there, by the database's clock, in milliseconds. */
  private readonly seen = new WeakMap<Acquaintance, number>();

  constructor(private readonly database: Database) {}

  /** Who has this session or token, from memory where there is something to remember; `null` for an unknown one, and one that has ended. */
  async presume(token: Buffer): Promise<Acquaintance | null> {
    return this.known.get(token.toString('base64')) ?? this.meet(token);
  }

  /** Who has this session or token, as they stand now. */
  async standing(token: Buffer): Promise<Acquaintance | null> {
    const known = this.known.get(token.toString('base64'));
    return known && (await this.holds(known)) ? known : this.meet(token);
  }

  /** Describes the person anew. */
  async meet(token: Buffer): Promise<Acquaintance | null> {
    const key = token.toString('base64');
    this.known.delete(key);
    const [row] = await this.database.ask<Introduced & { keep_standing: unknown }>(INTRODUCE, [token]);
    const actor = asActor(row);
    if (!row || !actor) return null;
    const { stamp, since, until, at } = row;
    const met = { actor, ability: this.abilityOf(actor), token, stamp, since, until };
    this.known.set(key, met);
    if (this.known.size > MOST_KEPT) this.known.delete(this.known.keys().next().value!);
    this.seen.set(met, at.getTime() - (row.actor?.unseenSeconds ?? 0) * 1_000);
    await this.saw(met, at);
    return met;
  }

  /** The rules that follow from a description: worked out once for each. */
  abilityOf(actor: Actor): Ability {
    const known = abilities.get(actor) ?? Ability.of(actor);
    abilities.set(actor, known);
    return known;
  }

  /** Whether somebody still stands as they were described. */
  async holds(person: Acquaintance): Promise<boolean> {
    const { token, stamp, since, until } = person;
    const sql = 'select stands($1, $2, $3, $4) as holds, tsunagi_now() as at';
    const [row] = await this.database.ask<{ holds: boolean; at: Date }>(sql, [token, stamp, since, until]);
    if (row!.holds) await this.saw(person, row!.at);
    return row!.holds;
  }

  /** Somebody stood at this instant: what they came with does not idle out while they are there. */
  async saw(person: Acquaintance, at: Date): Promise<void> {
    if (at.getTime() - (this.seen.get(person) ?? 0) <= SEEN_SECONDS * 1_000) return;
    this.seen.set(person, at.getTime());
    await noteSeen(this.database, person.token);
  }
}
