import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  execute,
  getNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type FormattedExecutionResult,
  type GraphQLField,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { shapeOf, type Type } from '../database/shape.js';
import { declaredEntities } from './columns.js';
import type { errorFormatter } from './format-error.js';
import type { RequestContext } from './request.js';

/*
 * PostgreSQL writes an answer as the client wants it, under the client's own keys. A question of which nothing has to be computed here is
 * answered with that text. It is executed like any other, by the same resolvers behind the same guards, on a schema in which what is below
 * the question is one value (docs/decisions/0731-answers-leave-as-they-were-written.md).
 */

/** An answer as the database wrote it: JSON in the shape of the selection. */
export class AsWritten {
  constructor(readonly text: string) {}
}

const Text = new GraphQLScalarType({
  name: 'AsWritten',
  serialize: (value) => {
    if (value instanceof AsWritten) return value;
    throw new TypeError('This question is answered with what the door brings, as it brings it.');
  },
});

/** Whether a field is being answered with a text. */
export const wantsText = (type: GraphQLField<unknown, unknown>['type']): boolean => getNamedType(type) === Text;

const questions = new Set<string>();

/** A question that answers what a door brings it, without looking at it. */
export const Unread = (): MethodDecorator => (_, name) => void questions.add(String(name));

function schemaOfTexts(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType()!.toConfig();
  const fields = Object.entries(query.fields)
    .filter(([name]) => questions.has(name))
    .map(([name, field]) => [name, { ...field, type: field.type instanceof GraphQLNonNull ? new GraphQLNonNull(Text) : Text }] as const);
  return new GraphQLSchema({ query: new GraphQLObjectType({ ...query, fields: Object.fromEntries(fields) }) });
}

/** Whether the text of the database is the answer: only columns, links, and tallies as they are, nothing left out by a directive. */
function isWritten({ selections }: SelectionSetNode, type: Type): boolean {
  const { columns, links, tallies } = shapeOf(type);
  return selections.every((node) => {
    if (node.kind !== Kind.FIELD || node.directives?.length) return false;
    const { name, selectionSet } = node;
    const [link, tally] = [links.get(name.value), tallies.get(name.value)];
    if (link && selectionSet) return isWritten(selectionSet, link.to());
    if (tally && selectionSet) return isWhole(selectionSet, Object.keys(tally.facts));
    return columns.has(name.value);
  });
}

/** A tally is written with all of its facts, under their own names. */
const isWhole = ({ selections }: SelectionSetNode, facts: readonly string[]) =>
  selections.length === facts.length &&
  facts.every((fact) =>
    selections.some((node) => node.kind === Kind.FIELD && !node.alias && !node.directives?.length && node.name.value === fact),
  );

/** The one question that an operation asks, where it may be answered with a text at all. */
function questionOf({ operation, selectionSet: { selections }, directives = [] }: OperationDefinitionNode): FieldNode | null {
  const [node, ...more] = selections;
  if (operation !== OperationTypeNode.QUERY || node?.kind !== Kind.FIELD || more.length > 0) return null;
  return questions.has(node.name.value) && directives.length === 0 && !node.directives?.length ? node : null;
}

function isAnsweredByText(operation: OperationDefinitionNode, schema: GraphQLSchema): boolean {
  const question = questionOf(operation);
  const type = question && getNamedType(schema.getQueryType()?.getFields()[question.name.value]?.type);
  const entity = declaredEntities().find(({ name }) => name === type?.name);
  return Boolean(entity && question?.selectionSet && isWritten(question.selectionSet, entity));
}

/** Answers with the database's own text where that is the answer. What cannot even begin is told in the ordinary way. */
export function answeringAsWritten(format: ReturnType<typeof errorFormatter>): ApolloServerPlugin<RequestContext> {
  let texts: GraphQLSchema | null = null;
  const known = new WeakMap<OperationDefinitionNode, boolean>();
  return {
    serverWillStart: async ({ schema }) => void (texts = schemaOfTexts(schema)),
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, operation, document, contextValue, request: { variables, operationName } }) => {
        if (!texts || !operation) return null;
        const answers = known.get(operation) ?? isAnsweredByText(operation, schema);
        known.set(operation, answers);
        if (!answers) return null;
        const { data, errors } = await execute({ schema: texts, document, contextValue, variableValues: variables, operationName });
        if (data === undefined) return null;
        // An answer leaves only to somebody who stands as they were taken for; where nothing was read, the ordinary way finds that out again.
        const stands = await contextValue.settle().then(
          () => true,
          () => false,
        );
        if (!stands) return null;
        const told = errors?.map((error) => format(error.toJSON(), error));
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data, ...(told && { errors: told }) } },
        };
      },
    }),
  };
}

/** An answer as it leaves. */
export function stringified({ data, ...rest }: FormattedExecutionResult): string {
  const [[key, value] = ['', null], ...more] = Object.entries<unknown>(data ?? {});
  if (!(value instanceof AsWritten) || more.length > 0) return `${JSON.stringify({ ...rest, data })}\n`;
  const beside = JSON.stringify(rest).slice(1, -1);
  return `{"data":{"${key}":${value.text}}${beside === '' ? '' : `,${beside}`}}\n`;
}
