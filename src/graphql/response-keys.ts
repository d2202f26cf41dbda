import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { shapeOf } from '../database/shape.js';
import { declaredEntities } from './columns.js';

/** Rows come back under the keys that the client chose, so that one field asked twice keeps both answers. */
const byResponseKey: GraphQLFieldResolver<Record<string | number, unknown>, unknown> = (row, _args, _context, info) => row[info.path.key];

/** Makes every field that a table answers read its response key; what is computed in TypeScript keeps its resolver. */
export function answerByResponseKey(schema: GraphQLSchema): GraphQLSchema {
  for (const entity of declaredEntities()) {
    const type = schema.getType(entity.name);
    if (!isObjectType(type)) continue;
    const { columns, links, derived } = shapeOf(entity);
    const fields = type.getFields();
    for (const name of [...columns, ...links.keys(), ...derived.keys()]) {
      if (fields[name]) fields[name].resolve = byResponseKey;
    }
  }
  return schema;
}
