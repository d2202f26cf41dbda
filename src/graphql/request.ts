import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import type { AccessLog } from '../database/access-log.js';
import type { Acquaintance } from '../database/acquaintances.js';
import type { Act } from '../database/act.js';
import type { Database } from '../database/database.js';
import type { Rates } from '../gate/rates.js';
import { ongoing } from '../operations/ongoing.js';
import type { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import { unauthenticated, type Language } from '../refusal.js';
import { digestOf } from './actor.js';
import { admit } from './asker.js';

/** Each attempt that fails means that somebody has just changed who may see what. */
const MOST_ATTEMPTS = 8;

/** What every part of one GraphQL request shares. */
export class RequestContext {
  private readonly digest: Buffer | null;
  private person: Promise<Acquaintance | null> | null = null;
  private counted: Promise<void> | null = null;
  /** Whether the database has said, during this request, that the person stands as they are described. */
  private holds: Promise<boolean> | null = null;
  /** Whether it has said so at all: then the answer may leave, also where the request itself has ended what it came with. */
  private stood = false;

  constructor(
    readonly config: Config,
    readonly database: Database,
    readonly act: Act,
    readonly accessLog: AccessLog,
    readonly language: Language,
    token: string | null,
    readonly reply: FastifyReply,
    private readonly rates: Rates,
    private readonly isProgram: boolean,
  ) {
    this.digest = token === null ? null : digestOf(token);
  }

  /** Whether they may learn more of the API than what they asked: programs that show a token, unless the settings say nobody. */
  async mayLearn(): Promise<boolean> {
    if (!this.isProgram || this.config.introspection === 'never') return false;
    return (await this.standing()) !== null;
  }

  /**
   * Who asks, as they were last described: enough to say who it is, never what they may. Throws `UNAUTHENTICATED` when nobody is signed in,
   * `TOO_MANY` when they ask too often.
   */
  async presumed(): Promise<Acquaintance> {
    const person = await this.whoever();
    if (!person) throw unauthenticated();
    const request = ongoing();
    if (request) request.actorId = person.actor.staffId;
    // A request counts once, however many fields it asks for.
    await (this.counted ??= admit(this.rates, person.actor, this.reply));
    return person;
  }

  /** Who asks, as they stand now. Throws like `presumed`. */
  async actor(): Promise<StaffActor> {
    return (await this.verified()).actor;
  }

  async ability(): Promise<Ability> {
    return (await this.verified()).ability;
  }

  /**
   * What a reading brings that holds its reader's description against the database itself, and brings `null` where it holds no longer:
   * then it is read again for the person as they are described anew.
   */
  async asPresumed<T>(read: (person: Acquaintance) => Promise<T | null>): Promise<T> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const found = await read(await this.presumed());
      if (found !== null) {
        this.holds = Promise.resolve(true);
        this.stood = true;
        return found;
      }
      this.meetAnew();
    }
    throw new Error('Who may see what changed faster than it could be read.');
  }

  /** A command may have changed what the person may: what is known of them has to be held against the database again. */
  refresh(): void {
    this.holds = null;
  }

  /** Before an answer leaves: whoever got in as presumed and was read nothing to is held against the database after all. */
  async settle(): Promise<void> {
    if (this.stood || !this.person) return;
    const known = await this.person.catch(() => null);
    if (known && !(await this.standing())) throw unauthenticated();
  }

  private whoever(): Promise<Acquaintance | null> {
    return (this.person ??= this.digest ? this.database.acquaintances.presume(this.digest) : Promise.resolve(null));
  }

  private async verified(): Promise<Acquaintance> {
    await this.presumed();
    const person = await this.standing();
    if (!person) throw unauthenticated();
    return person;
  }

  /** Who asks, as the database says that they stand now; `null` when nobody is signed in. */
  private async standing(): Promise<Acquaintance | null> {
    for (;;) {
      const person = await this.whoever();
      if (!person) return null;
      this.stood = await (this.holds ??= this.database.acquaintances.holds(person));
      if (this.stood) return person;
      this.meetAnew();
    }
  }

  private meetAnew(): void {
    this.person = this.digest && this.database.acquaintances.meet(this.digest);
    this.holds = null;
  }
}
