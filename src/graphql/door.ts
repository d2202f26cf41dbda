import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Args, GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking, Made, Verb } from '../database/act.js';
import type { Acquaintance } from '../database/acquaintances.js';
import type { Question } from '../database/access-log.js';
import { readPresuming, readRows, readWithin, readWritten } from '../database/reading.js';
import type { Choice, Selection } from '../database/selection.js';
import type { Type } from '../database/shape.js';
import type { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import { notFound } from '../refusal.js';
import { AsWritten, wantsText } from './as-written.js';
import type { RequestContext } from './request.js';
import { Uuid } from './scalars.js';
import { selectionOf } from './selection-of.js';

/** The two doors as a resolver sees them, bound to who asks and to what the client selected. */
export class ResolverDoor {
  constructor(
    readonly request: RequestContext,
    private readonly info: GraphQLResolveInfo,
    private readonly isReport = false,
  ) {}

  actor(): Promise<StaffActor> {
    return this.request.actor();
  }

  /** Who asks, by their id: it does not change with what they may. */
  async staffId(): Promise<string> {
    return (await this.request.presumed()).actor.staffId;
  }

  ability(): Promise<Ability> {
    return this.request.ability();
  }

  /** The chosen rows that the actor may see, as selected: one SQL statement. Restricted ones are noted in the access log. */
  async list<T extends object>(type: Type<T>, choice: Choice = {}): Promise<T[]> {
    if (wantsText(this.info.returnType)) return new AsWritten(await this.written(type, choice)) as never;
    return this.select(type, selectionOf(this.info), choice);
  }

  /** The same as a text, for an answer that leaves as the database wrote it. */
  private async written(type: Type, choice: Choice): Promise<string> {
    const { database, accessLog } = this.request;
    const reading = await this.request.asPresumed((person) => readWritten(database, person, type, selectionOf(this.info), choice));
    accessLog.note(await this.actor(), reading, this.question);
    return reading.text;
  }

  /** These columns of the chosen rows, whatever the client selected: for what a resolver itself has to know. They stay in the product. */
  async columns<T extends object, K extends keyof T & string>(type: Type<T>, names: readonly K[], choice: Choice): Promise<Pick<T, K>[]> {
    return (await this.read(type, { fields: names.map((name) => ({ key: name, name, children: null })) }, choice)).rows;
  }

  /** The chosen rows with what the product itself selects, however deep: for a text that it writes. */
  async select<T extends object>(type: Type<T>, selection: Selection, choice: Choice): Promise<T[]> {
    const reading = await this.read(type, selection, choice);
    this.request.accessLog.note(await this.actor(), reading, this.question);
    return reading.rows;
  }

  private async read<T extends object>(type: Type<T>, selection: Selection, choice: Choice) {
    const { database } = this.request;
    const here = () => this.request.asPresumed((person) => readPresuming(database, person, type, selection, choice));
    const source = this.isReport ? await database.forReports() : database;
    if (source === database) return here();
    const [actor, ability] = [await this.actor(), await this.request.ability()];
    // A replica may take back what it began to answer; the primary answers, or refuses in its own words.
    return readRows(source, actor, ability, type, selection, choice).catch(here);
  }

  /** What is asked, in the product's words: a client's name for its question may say anything. */
  private get question(): Question {
    const { fieldName, parentType } = this.info;
    const channel = fieldName.endsWith('Csv')
      ? 'CSV'
      : fieldName === 'minutesText' || fieldName === 'minutesDigest'
        ? 'MINUTES'
        : 'GRAPHQL';
    return { channel, operation: `${parentType.name}.${fieldName}` };
  }

  /** The row with this id, as selected. Throws `NOT_FOUND` for one that does not exist or may not be seen. */
  async one<T extends object>(type: Type<T>, id: string): Promise<T> {
    const row = await this.find(type, id);
    if (!row) throw notFound();
    return row;
  }

  /** The answer for what does not exist or may not be seen, where the row itself is not what is answered. */
  absent(): never {
    throw notFound();
  }

  async find<T extends object>(type: Type<T>, id: string): Promise<T | null> {
    const choice = { where: { id }, first: 1 };
    if (wantsText(this.info.returnType)) return only(await this.written(type, choice)) as never;
    const [row] = await this.list(type, choice);
    return row ?? null;
  }

  /** Carries out a verb, then answers with the row that it made, as selected; `null` when the actor may no longer see it. */
  async run<Input>(verb: Verb<Input>, commandId: string, input: Input): Promise<object | null> {
    const { database, accessLog } = this.request;
    const selection = selectionOf(this.info);
    const { done, person } = await this.carryOut(
      verb,
      commandId,
      input,
      (acting) =>
        (transaction, { type, id }) =>
          readWithin(database, transaction, acting, database.typeNamed(type), selection, id),
    );
    const { made, answer } = done;
    if (!answer) {
      this.request.refresh();
      return this.find(database.typeNamed(made.type), made.id);
    }
    accessLog.note(person.actor, answer, this.question);
    return answer.rows[0] ?? null;
  }

  /** Now, and today in Japan as `YYYY-MM-DD`, by the database's clock. */
  async clock(): Promise<{ now: Date; today: string }> {
    const [clock] = await this.request.database.ask<{ now: Date; today: string }>(
      'select tsunagi_now() as now, tsunagi_today()::text as today',
    );
    return clock!;
  }

  /** Carries out a verb whose row the client does not ask for. */
  async act<Input>(verb: Verb<Input>, commandId: string, input: Input): Promise<Made> {
    const { done } = await this.carryOut(verb, commandId, input, () => () => null);
    this.request.refresh();
    return done.made;
  }

  private carryOut<Input, Answer>(verb: Verb<Input>, commandId: string, input: Input, askingFor: (person: Acquaintance) => Asking<Answer>) {
    return this.request.asPresumed(async (person) => {
      const done = await this.request.act.runPresuming(person, commandId, verb, input, askingFor(person));
      return done && { done, person };
    });
  }
}

/** The one row of a list as a text, `null` for an empty one. */
const only = (list: string) => (list === '[]' ? null : new AsWritten(list.slice(1, -1)));

const doorOf = (isReport: boolean) =>
  createParamDecorator((_: unknown, context: ExecutionContext): ResolverDoor => {
    const graphql = GqlExecutionContext.create(context);
    return new ResolverDoor(graphql.getContext<RequestContext>(), graphql.getInfo<GraphQLResolveInfo>(), isReport);
  });

/** Parameter decorator: the doors, for the person who asks. */
export const Door = doorOf(false);

/** The same for a report that reads much and changes nothing: a replica may answer it (REPORTS_DATABASE_URL). */
export const ReportDoor = doorOf(true);

/** Parameter decorator: the id that the client gave this command; the same id again is the same command. */
export const CommandId = (): ParameterDecorator =>
  Args('commandId', { type: () => Uuid, description: 'Chosen by the client; sending it again repeats nothing.' });
