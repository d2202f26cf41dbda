import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Language } from '../refusal.js';
import { shapeOf } from '../database/shape.js';
import { declaredEntities } from './columns.js';
import type { RequestContext } from './request.js';

type Row = Record<string | number, unknown>;

/** Rows come back under the keys that the client chose, so that one field asked twice keeps both answers. */
const byResponseKey: GraphQLFieldResolver<Row, unknown> = (row, _args, _context, info) => row[info.path.key];

const inWords =
  (say: (facts: unknown, language: Language) => string): GraphQLFieldResolver<Row, RequestContext> =>
  (row, _args, { language }, info) =>
    say(row[info.path.key], language);

/** Makes every field that a table answers read its response key; what is computed in TypeScript keeps its resolver. */
export function answerByResponseKey(schema: GraphQLSchema): GraphQLSchema {
  for (const entity of declaredEntities()) {
    const type = schema.getType(entity.name);
    if (!isObjectType(type)) continue;
    const { columns, links, tallies, derived, worded } = shapeOf(entity);
    const fields = type.getFields();
    for (const name of [...columns, ...links.keys(), ...tallies.keys(), ...derived.keys()]) {
      if (fields[name]) fields[name].resolve = byResponseKey;
    }
    for (const [name, say] of worded) fields[name]!.resolve = inWords(say);
  }
  return schema;
}
