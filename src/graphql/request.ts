import type { FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import type { AccessLog } from '../database/access-log.js';
import type { Act } from '../database/act.js';
import type { Database } from '../database/database.js';
import { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import { ongoing } from '../operations/ongoing.js';
import { unauthenticated, type Language } from '../refusal.js';
import { actorOf } from './actor.js';

/** What every part of one GraphQL request shares. */
export class RequestContext {
  private person: Promise<StaffActor | null> | null = null;
  private rules: Ability | null = null;

  constructor(
    readonly config: Config,
    readonly database: Database,
    readonly act: Act,
    readonly accessLog: AccessLog,
    readonly language: Language,
    private readonly token: string | null,
    readonly reply: FastifyReply,
  ) {}

  /** Who asks. Throws `UNAUTHENTICATED` when nobody is signed in. */
  async actor(): Promise<StaffActor> {
    this.person ??= actorOf(this.database, this.token);
    const person = await this.person;
    if (!person) throw unauthenticated();
    const request = ongoing();
    if (request) request.actorId = person.staffId;
    return person;
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

/** The language of the answers: English when the client prefers it to Japanese, else Japanese. */
export function languageOf(accepted: string | undefined): Language {
  const first = accepted?.split(',').find((part) => /^\s*(ja|en)\b/i.test(part));
  return first?.trim().toLowerCase().startsWith('en') ? 'en' : 'ja';
}
