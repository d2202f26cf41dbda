import { Field, InterfaceType, Int, ObjectType, registerEnumType, type ReturnTypeFunc } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conditions } from '../permissions/rules.js';
import type { Language } from '../refusal.js';
import { shapeOf, type Order, type Tally, type Type } from '../database/shape.js';
import { CalendarDate, Instant, Kana as KanaScalar, Narrative as NarrativeScalar, ShortText as ShortTextScalar, Uuid } from './scalars.js';

/*
 * One declaration makes a property a column of the table and a field of the API under the same name.
 */

interface Options {
  readonly nullable?: boolean;
  /** Says who answers for the row, or until when: sealed into every entry of the trail about it. */
  readonly responsible?: boolean;
}

/** What the API's library accepts as the type of a field. */
type TypeValue = Exclude<ReturnType<ReturnTypeFunc>, readonly unknown[]>;

/** The type of a link: a union, so that the compiled metadata names no class and files may refer to each other. */
export type Linked<T> = T | null;

const entities = new Set<Type>();

/** The classes declared with `Table`, once their modules are loaded. */
export const declaredEntities = (): readonly Type[] => [...entities];

/** What every row of the API offers beside its own fields: `can`, the rules' answer with its reason. */
@InterfaceType({ description: 'Something that the rules speak about.' })
export abstract class Governed {
  @Field(() => Uuid) id: string;
}

/** A table, a subject of the rules and a type of the API, all under the name of the class. */
export const Table =
  (table: string, description: string): ClassDecorator =>
  (target) => {
    entities.add(target as unknown as Type);
    Entity(table)(target);
    ObjectType({ description, implements: () => [Governed] })(target);
  };

/** A table of the directory: every change of its rows counts as one of who may see what (`access_changed`). */
export const Listed = (): ClassDecorator => (target) => void (shapeOf(target).isListed = true);

/** A table that the API does not show. */
export const PrivateTable =
  (table: string): ClassDecorator =>
  (target) => {
    entities.add(target as unknown as Type);
    Entity(table)(target);
  };

/** A table that the API only shows: no verb changes its rows, so they have no `can`. */
export const View =
  (table: string, description: string): ClassDecorator =>
  (target) => {
    entities.add(target as unknown as Type);
    Entity(table)(target);
    ObjectType({ description })(target);
  };

const column =
  (type: 'uuid' | 'text' | 'date' | 'timestamptz' | 'int' | 'boolean', field: () => TypeValue) =>
  ({ nullable = false, responsible = false }: Options = {}): PropertyDecorator =>
  (target, property) => {
    Column({ type, nullable })(target, property);
    Field(field, { nullable })(target, property);
    shapeOf(target.constructor).columns.add(String(property));
    if (responsible) shapeOf(target.constructor).responsibility.add(String(property));
  };

export const Id = (): PropertyDecorator => (target, property) => {
  PrimaryColumn('uuid')(target, property);
  shapeOf(target.constructor).columns.add(String(property));
  Field(() => Uuid)(target, property);
};

/** What numbers the rows of a view: its primary key and its order. */
export const Sequence = (): PropertyDecorator => (target, property) => {
  PrimaryColumn('bigint')(target, property);
  shapeOf(target.constructor).columns.add(String(property));
  Field(() => Int)(target, property);
};

/** The id of another row. */
export const Ref = column('uuid', () => Uuid);
export const Line = column('text', () => ShortTextScalar);
export const Text = column('text', () => NarrativeScalar);
export const Reading = column('text', () => KanaScalar);
export const Day = column('date', () => CalendarDate);
export const Moment = column('timestamptz', () => Instant);
export const Count = column('int', () => Int);
/** Something that is so or is not. */
export const Fact = column('boolean', () => Boolean);
/** One of a closed list of codes, made with `codes`. */
export const Code = (list: object, options?: Options) => column('text', () => list)(options);

const many =
  (type: 'text' | 'uuid', of: TypeValue): PropertyDecorator =>
  (target, property) => {
    Column({ type, array: true })(target, property);
    Field(() => [of] as [TypeValue])(target, property);
    shapeOf(target.constructor).columns.add(String(property));
  };

/** Several of a closed list of codes. */
export const ManyCodes = (list: object) => many('text', list);
/** The ids of several other rows. */
export const ManyRefs = () => many('uuid', Uuid);

/** A closed list of codes: a union in TypeScript, an enum in the API, a CHECK in the migration. */
export function codes<const T extends string>(name: string, values: readonly T[]): { readonly [K in T]: K } {
  const list = Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
  registerEnumType(list, { name });
  return list;
}

export const HiddenId = (): PropertyDecorator => PrimaryColumn('uuid');

/** A column of the table that the API does not show. */
export const Hidden = (type: 'uuid' | 'text' | 'bytea' | 'int' | 'bigint' | 'boolean' | 'timestamptz'): PropertyDecorator =>
  Column({ type });

/** Several texts that the API does not show. */
export const HiddenTexts = (): PropertyDecorator => Column({ type: 'text', array: true });

/** The row that this one names: `@To(() => Staff, 'staffId')`. `null` where it may not be seen. */
export const To =
  (to: () => Type, by: string): PropertyDecorator =>
  (target, property) => {
    shapeOf(target.constructor).links.set(String(property), { to, by, direction: 'forward', many: false });
    Field(to as () => TypeValue, { nullable: true })(target, property);
  };

/** The one row that names this one and meets `where`. */
export const One =
  (to: () => Type, by: string, where?: Conditions): PropertyDecorator =>
  (target, property) => {
    shapeOf(target.constructor).links.set(String(property), { to, by, direction: 'back', many: false, where });
    Field(to as () => TypeValue, { nullable: true })(target, property);
  };

/** The rows that name this one, in order; those that may not be seen are not among them. */
export const Many =
  (to: () => Type, by: string, order: Order, where?: Conditions): PropertyDecorator =>
  (target, property) => {
    shapeOf(target.constructor).links.set(String(property), { to, by, direction: 'back', many: true, where, order });
    Field(() => [to()] as [TypeValue])(target, property);
  };

/** What is counted over the rows that name this one and meet `where`; those that may not be seen are not counted. */
export const Counted =
  (field: () => TypeValue, tally: Tally): PropertyDecorator =>
  (target, property) => {
    shapeOf(target.constructor).tallies.set(String(property), tally);
    Field(field as () => TypeValue)(target, property);
  };

/** A field computed by the database from the row itself. */
export const Derived =
  (field: () => TypeValue, sql: (alias: string) => string, { nullable = false }: Pick<Options, 'nullable'> = {}): PropertyDecorator =>
  (target, property) => {
    shapeOf(target.constructor).derived.set(String(property), sql);
    Field(field as () => TypeValue, { nullable })(target, property);
  };

/** A sentence in the language of the request, said in TypeScript from facts that the database gathers from the row. */
export const Worded =
  <Facts>(sql: (alias: string) => string, say: (facts: Facts, language: Language) => string): PropertyDecorator =>
  (target, property) => {
    const shape = shapeOf(target.constructor);
    shape.derived.set(String(property), sql);
    shape.worded.set(String(property), say as (facts: unknown, language: Language) => string);
    Field(() => String)(target, property);
  };
