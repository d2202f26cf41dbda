import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { actorName, type Actor } from '../permissions/actor.js';
import { conflict, type Refusal } from '../refusal.js';
import { append } from '../trail/append.js';
import type { Draft } from '../trail/entry.js';
import { around } from './around.js';
import { databaseFault, refusalFor } from './constraints.js';
import type { Database } from './database.js';
import { Work, type Command, type Row } from './work.js';

/** A verb: what people do, as a plain function on the door for writing. It returns the row that it made or changed. */
export type Verb<Input> = (work: Work, input: Input) => Promise<Row>;

/** The row that a command made or changed. */
export interface Made {
  readonly type: string;
  readonly id: string;
}

const TRIES = 4;
const DEADLOCK = '40P01';
const SERIALIZATION = '40001';

/** Runs verbs: each in one transaction, with its entries, or not at all. */
export class Act {
  constructor(private readonly database: Database) {}

  /**
   * Carries out a verb once. A command id that was already used returns the row it made then;
   * used for something else it is a `CONFLICT`. Refusals of the verb and of the database's own
   * constraints reach the caller as `Refusal`.
   */
  run<Input>(actor: Actor, commandId: string, verb: Verb<Input>, input: Input): Promise<Made> {
    return around.verb(verb.name, () => this.carryOut(actor, commandId, verb, input));
  }

  private async carryOut<Input>(actor: Actor, commandId: string, verb: Verb<Input>, input: Input): Promise<Made> {
    const command: Command = { id: commandId, verb: verb.name, print: printOf(input), input };
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(actor, command, verb, input);
      } catch (fault) {
        const earlier = await this.earlier(actor, command);
        if (earlier) return earlier;
        if (attempt < TRIES && mayPass(fault)) continue;
        throw refusalFor(fault) ?? fault;
      }
    }
  }

  /**
   * Carries out a verb and takes everything back, without a trace in the trail. Throws what it would be refused for, deferred
   * constraints included.
   */
  async rehearse<Input>(actor: Actor, verb: Verb<Input>, input: Input): Promise<void> {
    const enough = new Error('This was a rehearsal.');
    const command: Command = { id: newId(), verb: verb.name, print: printOf(input), input };
    try {
      await this.database.write(actor, async (manager) => {
        await this.perform(manager, actor, command, verb, input);
        await manager.query('set constraints all immediate');
        throw enough;
      });
    } catch (fault) {
      if (fault !== enough) throw refusalFor(fault) ?? fault;
    }
  }

  private once<Input>(actor: Actor, command: Command, verb: Verb<Input>, input: Input): Promise<Made> {
    return this.database.write(actor, async (manager) => {
      const drafts = await this.perform(manager, actor, command, verb, input);
      await append(manager, drafts);
      return { type: drafts[0]!.type, id: drafts[0]!.id };
    });
  }

  /** Everything of a run but its sealing: what it would append to the trail. */
  private async perform<Input>(
    manager: EntityManager,
    actor: Actor,
    command: Command,
    verb: Verb<Input>,
    input: Input,
  ): Promise<readonly Draft[]> {
    // One attempt after the other: whoever sends a command again must not be refused while the first attempt may still commit.
    const [clock] = await manager.query<{ now: Date }[]>(
      'select pg_advisory_xact_lock(hashtextextended($1, 20230916)), tsunagi_now() as now',
      [`${actorName(actor)} ${command.id}`],
    );
    const work = new Work(this.database, manager, actor, this.database.acquaintances.abilityOf(actor), command, clock!.now);
    const row = await verb(work, input);
    const first = work.drafts[0];
    if (!first) throw new Error(`${command.verb} changed something without recording it.`);
    if (first.id !== row.id) throw new Error(`The first entry of ${command.verb} must be about the row it returns.`);
    return work.drafts;
  }

  /** What this command made when it was carried out before, if it was. */
  private async earlier(actor: Actor, command: Command): Promise<Made | null> {
    const [entry] = await this.database.read<{ type: string; id: string; via: string; print: string }>(
      actor,
      `select about_type as type, about_id as id, body::jsonb ->> 'via' as via, body::jsonb ->> 'print' as print
         from trail_command command join trail using (seq) where command.actor = $1 and command.command_id = $2`,
      [actorName(actor), command.id],
    );
    if (!entry) return null;
    if (entry.via !== command.verb || entry.print !== command.print) throw reused();
    return { type: entry.type, id: entry.id };
  }
}

const printOf = (input: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest('hex')
    .slice(0, 8);

const mayPass = (fault: unknown) => [DEADLOCK, SERIALIZATION].includes(databaseFault(fault).code ?? '');

const reused = (): Refusal =>
  conflict({ ja: 'このコマンド番号は別の操作で使われています。', en: 'This command id was already used for something else.' });
