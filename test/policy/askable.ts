import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Person } from '../../src/commands/scenario/person.js';
import { inDays } from '../support/in-days.js';

/** Everything that can be asked, as the product itself lists it: a new operation cannot be forgotten. */
export async function schemaOf(person: Person): Promise<GraphQLSchema> {
  return buildClientSchema(await person.ask(getIntrospectionQuery()));
}

export interface Operation {
  readonly name: string;
  readonly document: string;
  /** The values of all its variables; `idFor` gives the id for an argument or input field of that name. */
  readonly variables: (idFor: (name: string) => string) => Record<string, unknown>;
  /** The names of its arguments and input fields that are ids. */
  readonly ids: ReadonlySet<string>;
}

const DEEPEST = 3;
const MOST_LISTS = 2;

/** Every query and mutation, each asking for every field of its answer, two links deep. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const under = (keyword: 'query' | 'mutation', fields: GraphQLField<unknown, unknown>[]) =>
    fields.flatMap((field) => choices(field).map((chosen) => operation(keyword, field, chosen)));
  return [
    ...under('query', Object.values(schema.getQueryType()!.getFields())),
    ...under('mutation', Object.values(schema.getMutationType()!.getFields())),
  ];
}

type Arguments = GraphQLField<unknown, unknown>['args'];

/** Where several ids may be given instead of one another, the operation is asked once with each. A stretch is read from its beginning. */
function choices({ args: all }: GraphQLField<unknown, unknown>): Arguments[] {
  const args = all.filter(({ name }) => name !== 'before' && name !== 'last');
  const instead = args.filter(({ type }) => isScalarType(type) && type.name === 'Uuid');
  if (instead.length < 2) return [args];
  return instead.map((one) => args.filter((argument) => argument === one || !instead.includes(argument)));
}

function operation(keyword: string, field: GraphQLField<unknown, unknown>, chosen: Arguments): Operation {
  const declared = chosen.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = chosen.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const variables: Operation['variables'] = (idFor) =>
    Object.fromEntries(chosen.map((argument) => [argument.name, value(argument.type, argument.name, idFor)]));
  const ids = new Set<string>();
  variables((name) => (ids.add(name), ''));
  const document = `${keyword} ${declared ? `(${declared})` : ''} { ${field.name}${given ? `(${given})` : ''} ${selection(field.type, DEEPEST, MOST_LISTS)} }`;
  return { name: field.name, document, variables, ids };
}

/** Every field down to a depth, `can` included, lists within lists only as far as the product allows. */
function selection(type: GraphQLOutputType, depth: number, lists: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const leaf = !isObjectType(getNamedType(field.type));
    if (field.name === 'can') return ['can(action: read) { allowed because }'];
    if (field.name === 'may') return ['may(action: read, subject: Task) { allowed because }'];
    if (leaf) return [field.name];
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    if (depth <= 1 || (isList && lists === 0)) return [];
    return [`${field.name} ${selection(field.type, depth - 1, isList ? lists - 1 : lists)}`];
  });
  return `{ ${fields.join(' ')} }`;
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: true,
  String: 'x',
  ShortText: 'x',
  Narrative: 'x',
  Kana: 'カナ',
  NewPassword: 'twelve-characters',
  CalendarDate: inDays(1),
  ClockTime: '09:00',
  MailAddress: 'someone@city.example',
  Instant: `${inDays(2)}T01:00:00Z`,
};

/** Days and instants that have to stand in some order to others. */
const NAMED_SAMPLES: Readonly<Record<string, unknown>> = {
  on: inDays(0),
  fromOn: inDays(-30),
  endsAt: `${inDays(2)}T02:00:00Z`,
};

function value(type: GraphQLInputType, name: string, idFor: (name: string) => string): unknown {
  if (isNonNullType(type)) return value(type.ofType, name, idFor);
  if (isListType(type)) return [value(type.ofType, name, idFor)];
  if (isInputObjectType(type))
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, value(field.type, field.name, idFor)]));
  if (isEnumType(type)) return type.getValues()[0]!.value;
  if (isScalarType(type) && type.name === 'Uuid') return idFor(name);
  const sample = NAMED_SAMPLES[name] ?? SAMPLES[type.name];
  if (sample !== undefined) return sample;
  throw new Error(`No sample for ${type.name}: add one.`);
}
