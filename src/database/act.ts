import { hash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { actorName, type Actor } from '../permissions/actor.js';
import { conflict, type Refusal } from '../refusal.js';
import { append } from '../trail/append.js';
import type { Draft } from '../trail/entry.js';
import type { Acquaintance } from './acquaintances.js';
import { around } from './around.js';
import { databaseFault, refusalFor } from './constraints.js';
import type { Database } from './database.js';
import type { Transaction } from './transaction.js';
import type { Named } from './scope.js';
import { Work, type Command, type Row } from './work.js';

/** A verb: what people do, as a plain function on the door for writing. It returns the row that it made or changed. */
export interface Verb<Input> {
  (work: Work, input: Input): Promise<Row>;
  /** Which row it takes before anything else, where its input names it: the row is asked for while whoever acts is let in. */
  takes?: (input: Input) => Named;
}

/** The row that a command made or changed. */
export interface Made {
  readonly type: string;
  readonly id: string;
}

/** What is asked of the row that a command made, in the command's own transaction; `null` where it can only be answered afterwards. */
export type Asking<Answer> = (transaction: Transaction, made: Made) => Promise<Answer | null> | null;

/** What came of a command, with what was asked in its transaction: `null` where that could not be answered there. */
export interface Done<Answer> {
  readonly made: Made;
  readonly answer: Answer | null;
}

const TRIES = 4;
const DEADLOCK = '40P01';
const SERIALIZATION = '40001';

/** Who acts; for somebody behind a session or token as they were last described, with what is held against the database before anything is done. */
type Acting = { readonly actor: Actor; readonly presumed?: Acquaintance };

/** One run of a verb, from its command to what is asked of the row that it makes. */
interface Run<Input, Answer> {
  readonly acting: Acting;
  readonly command: Command;
  readonly verb: Verb<Input>;
  readonly input: Input;
  readonly asking: Asking<Answer>;
}

/** Whether whoever acts stands as presumed, and the instant at which they were let in. */
interface Opened {
  readonly stands: boolean;
  readonly now: Date;
}

// One attempt after the other: whoever sends a command again must not be refused while the first attempt may still commit.
const ALONE = 'pg_advisory_xact_lock(hashtextextended($1, 20230916))';
const OPEN = `select true as stands, ${ALONE}, tsunagi_now() as now`;
const OPEN_PRESUMING = `select stands($2::bytea, $3::bigint, $4::timestamptz, $5::timestamptz) as stands,
  case when pg_try_advisory_xact_lock(hashtextextended($1, 20230916)) then tsunagi_now() when ${ALONE}::text = '' then after_waiting() end as now`;

/** Runs verbs: each in one transaction, with its entries, or not at all. */
export class Act {
  constructor(private readonly database: Database) {}

  /**
   * Carries out a verb once. A command id that was already used returns the row it made then;
   * used for something else it is a `CONFLICT`. Refusals of the verb and of the database's own
   * constraints reach the caller as `Refusal`.
   */
  async run<Input>(actor: Actor, commandId: string, verb: Verb<Input>, input: Input): Promise<Made> {
    return (await this.carryOut({ acting: { actor }, command: commandOf(commandId, verb, input), verb, input, asking: () => null }))!.made;
  }

  /** The same for somebody as they were last described. `null` when they no longer stand as that: then nothing was done. */
  runPresuming<Input, Answer>(
    presumed: Acquaintance,
    commandId: string,
    verb: Verb<Input>,
    input: Input,
    asking: Asking<Answer>,
  ): Promise<Done<Answer> | null> {
    const acting = { actor: presumed.actor, presumed };
    return this.carryOut({ acting, command: commandOf(commandId, verb, input), verb, input, asking });
  }

  private carryOut<Input, Answer>(run: Run<Input, Answer>): Promise<Done<Answer> | null> {
    return around.verb(run.verb.name, () => this.attempt(run));
  }

  private async attempt<Input, Answer>(run: Run<Input, Answer>): Promise<Done<Answer> | null> {
    const { presumed, actor } = run.acting;
    let letInAt: Date | undefined;
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.once(run, (now) => (letInAt = now));
        } catch (fault) {
          // What somebody did before is told to nobody who has not been let in.
          const earlier = letInAt && (await this.earlier(actor, run.command));
          if (earlier) return { made: earlier, answer: null };
          if (attempt < TRIES && mayPass(fault)) continue;
          throw refusalFor(fault) ?? fault;
        }
      }
    } finally {
      if (letInAt && presumed) await this.database.acquaintances.saw(presumed, letInAt);
    }
  }

  /**
   * Carries out a verb and takes everything back, without a trace in the trail. Throws what it would be refused for, deferred
   * constraints included.
   */
  async rehearse<Input>(actor: Actor, verb: Verb<Input>, input: Input): Promise<void> {
    const enough = new Error('This was a rehearsal.');
    const run = { acting: { actor }, command: commandOf(newId(), verb, input), verb, input, asking: () => null };
    try {
      await this.database.write(actor, async (transaction) => {
        await perform((await this.open(transaction, run))!, run);
        await transaction.ask('set constraints all immediate');
        throw enough;
      });
    } catch (fault) {
      if (fault !== enough) throw refusalFor(fault) ?? fault;
    }
  }

  private async once<Input, Answer>(run: Run<Input, Answer>, letIn: (now: Date) => void): Promise<Done<Answer> | null> {
    const done = await this.database.write(run.acting.actor, async (transaction) => {
      const work = await this.open(transaction, run);
      if (!work) return null;
      letIn(work.now);
      const drafts = await perform(work, run);
      const made = { type: drafts[0]!.type, id: drafts[0]!.id };
      // Sent before the sealing, so that nobody waits for the chain meanwhile, and answered by the time of the commit.
      const answering = run.asking(transaction, made);
      answering?.catch(() => undefined);
      append(transaction, drafts);
      return { made, answering };
    });
    return done && { made: done.made, answer: await done.answering };
  }

  /** Lets in whoever acts, and has what the verb takes first on its way meanwhile. `null` when they no longer stand as presumed. */
  private async open<Input, Answer>(transaction: Transaction, { acting, command, verb, input }: Run<Input, Answer>): Promise<Work | null> {
    const { actor, presumed } = acting;
    const name = `${actorName(actor)} ${command.id}`;
    const { token, stamp, since, until } = presumed ?? {};
    const opening = presumed
      ? transaction.ask<Opened>(OPEN_PRESUMING, [name, token, stamp, since, until])
      : transaction.ask<Opened>(OPEN, [name]);
    const work = new Work(this.database, transaction, actor, this.database.acquaintances.abilityOf(actor), command);
    if (verb.takes) work.scope.takeAhead(verb.takes(input));
    const [opened] = await opening;
    work.now = opened!.now;
    return opened!.stands ? work : null;
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

/** Everything of a run but its sealing: what it would append to the trail. */
async function perform<Input, Answer>(work: Work, { command, verb, input }: Run<Input, Answer>): Promise<readonly Draft[]> {
  const row = await verb(work, input);
  const first = work.drafts[0];
  if (!first) throw new Error(`${command.verb} changed something without recording it.`);
  if (first.id !== row.id) throw new Error(`The first entry of ${command.verb} must be about the row it returns.`);
  return work.drafts;
}

const commandOf = <Input>(id: string, verb: Verb<Input>, input: Input): Command => ({ id, verb: verb.name, print: printOf(input), input });

const printOf = (input: unknown) => hash('sha256', JSON.stringify(input ?? null)).slice(0, 8);

const mayPass = (fault: unknown) => [DEADLOCK, SERIALIZATION].includes(databaseFault(fault).code ?? '');

const reused = (): Refusal =>
  conflict({ ja: 'このコマンド番号は別の操作で使われています。', en: 'This command id was already used for something else.' });
