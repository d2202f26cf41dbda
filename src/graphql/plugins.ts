import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { languageOf, type Sentence } from '../refusal.js';
import { costOf } from './cost.js';
import { inLanguage, UNAVAILABLE, type errorFormatter } from './format-error.js';
import { tooLarge } from './limits.js';
import { RequestContext } from './request.js';

type Plugin = ApolloServerPlugin<RequestContext>;

/** When whoever could not be answered may ask again, in seconds. */
const AGAIN_AFTER = '1';

/** An answer leaves only to somebody who stands as they were taken for. Settled as soon as everything is read, before anybody else looks at the answer. */
export const settling = (format: ReturnType<typeof errorFormatter>): Plugin => ({
  requestDidStart: async () => ({
    executionDidStart: async ({ contextValue, response }) => ({
      executionDidEnd: () =>
        contextValue.settle().catch((fault: Error) => {
          const error = new GraphQLError(fault.message, { path: [], originalError: fault });
          response.body = { kind: 'single', singleResult: { errors: [format(error.toJSON(), error)] } };
        }),
    }),
  }),
});

/** Gives every error the sentence of the reader's language, an answer that could not be given the status that says so, and the validator's own words to those who may learn what the API offers. */
export const speaking: Plugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue, request }) => {
      const { body } = response;
      if (body.kind !== 'single' || !body.singleResult.errors) return;
      const asks = contextValue instanceof RequestContext ? contextValue : null;
      const language = asks?.language ?? languageOf(request.http?.headers.get('accept-language'));
      const explains =
        body.singleResult.errors.some(({ extensions }) => extensions?.['detail']) && (await asks?.mayLearn().catch(() => false));
      const { errors } = body.singleResult;
      body.singleResult.errors = errors.map((error) => inLanguage(explains ? error : withoutDetail(error), language));
      if (!errors.some(({ extensions }) => extensions?.['code'] === UNAVAILABLE)) return;
      // Without data it is an answer that could not be given, and no answer with errors, to which the framework gives the status 200.
      delete body.singleResult.data;
      response.http.status = 503;
      response.http.headers.set('retry-after', AGAIN_AFTER);
    },
  }),
};

const withoutDetail = ({ extensions, ...error }: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  extensions: { ...extensions, detail: undefined },
});

/** Refuses what costs more than the budget, and says in every answer what it cost. */
export const billing: Plugin = {
  requestDidStart: async () => {
    let spent = 0;
    return {
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        spent = costOf(schema, document, operation, request.variables ?? {});
        if (spent > contextValue.config.costBudget) throw tooLarge();
      },
      willSendResponse: async ({ response: { body }, contextValue }) => {
        if (body.kind === 'single' && spent > 0)
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: { spent, budget: contextValue.config.costBudget } };
      },
    };
  },
};

const ONLY_PROGRAMS: Sentence = {
  ja: 'スキーマの照会は、トークンを示すプログラムに限られます。',
  en: 'Only programs that show a token may ask for the schema.',
};

/** By document: one that is asked again is the same object. */
const schemaAsked = new WeakMap<DocumentNode, boolean>();

/** Wherever in the document it stands, in a fragment as well. */
function asksForSchema(document: DocumentNode): boolean {
  const known = schemaAsked.get(document);
  if (known !== undefined) return known;
  let asks = false;
  visit(document, { Field: ({ name }) => void (asks ||= name.value === '__schema' || name.value === '__type') });
  schemaAsked.set(document, asks);
  return asks;
}

/** Shows the schema to nobody but those who may learn it. */
export const guardingSchema: Plugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, contextValue }) => {
      if (!asksForSchema(document)) return;
      if (!(await contextValue.mayLearn()))
        throw new GraphQLError(ONLY_PROGRAMS.en, { extensions: { refused: 'FORBIDDEN', sentence: ONLY_PROGRAMS, http: { status: 403 } } });
      // It is answered by no resolver, and counts like any other question.
      await contextValue.actor();
    },
  }),
};
