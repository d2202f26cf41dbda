import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import type { AccessLog } from '../database/access-log.js';
import type { Act } from '../database/act.js';
import type { Database } from '../database/database.js';
import { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import { ongoing } from '../operations/ongoing.js';
import type { Rates } from '../gate/rates.js';
import { unauthenticated, type Language } from '../refusal.js';
import { actorOf } from './actor.js';
import { admit } from './asker.js';

/** What every part of one GraphQL request shares. */
export class RequestContext {
  private person: Promise<StaffActor | null> | null = null;
  private rules: Ability | null = null;
  private counted: Promise<void> | null = null;

  constructor(
    readonly config: Config,
    readonly database: Database,
    readonly act: Act,
    readonly accessLog: AccessLog,
    readonly language: Language,
    private readonly token: string | null,
    readonly reply: FastifyReply,
    private readonly rates: Rates,
    private readonly isProgram: boolean,
  ) {}

  /** Whether they may learn more of the API than what they asked: programs that show a token, unless the settings say nobody. */
  async mayLearn(): Promise<boolean> {
    if (!this.isProgram || this.config.introspection === 'never') return false;
    return (await this.whoever()) !== null;
  }

  /** Who asks. Throws `UNAUTHENTICATED` when nobody is signed in, `TOO_MANY` when they ask too often. */
  async actor(): Promise<StaffActor> {
    const person = await this.whoever();
    if (!person) throw unauthenticated();
    const request = ongoing();
    if (request) request.actorId = person.staffId;
    // A request counts once, however many fields it asks for.
    await (this.counted ??= admit(this.rates, person, this.reply));
    return person;
  }

  private whoever(): Promise<StaffActor | null> {
    return (this.person ??= actorOf(this.database, this.token));
  }

  async ability(): Promise<Ability> {
    const actor = await this.actor();
    return (this.rules ??= Ability.of(actor));
  }

  /** Forgets what was known about the person: a command may have changed it. */
  refresh(): void {
    this.person = null;
    this.rules = null;
  }
}
