import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, LOG, type Log } from '../spine.js';
import type { Config } from '../config.js';
import { AccessLog } from '../database/access-log.js';
import { Act } from '../database/act.js';
import { Database } from '../database/database.js';
import { tokenOf } from './actor.js';
import { errorFormatter, inLanguage, UNAVAILABLE } from './format-error.js';
import { depthLimit, MOST_TOKENS } from './limits.js';
import { noticing } from './noticing.js';
import { languageOf, RequestContext } from './request.js';
import { answerByResponseKey } from './response-keys.js';

/** When whoever could not be answered may ask again, in seconds. */
const AGAIN_AFTER = '1';

/**
 * The last word on every answer: it leaves only to somebody who stands as they were taken for, each of its errors has the sentence of the
 * reader's language, and an answer that could not be given has the status that says so.
 */
const closing = (format: ReturnType<typeof errorFormatter>): ApolloServerPlugin<BaseContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue, request }) => {
      const language =
        contextValue instanceof RequestContext ? contextValue.language : languageOf(request.http?.headers.get('accept-language'));
      if (response.body.kind !== 'single') return;
      if (contextValue instanceof RequestContext) {
        await contextValue.settle().catch((fault: Error) => {
          const error = new GraphQLError(fault.message, { path: [], originalError: fault });
          response.body = { kind: 'single', singleResult: { errors: [format(error.toJSON(), error)] } };
        });
      }
      const { errors } = response.body.singleResult;
      if (!errors) return;
      response.body.singleResult.errors = errors.map((error) => inLanguage(error, language));
      if (!errors.some(({ extensions }) => extensions?.code === UNAVAILABLE)) return;
      // Without data it is an answer that could not be given, and no answer with errors, to which the framework gives the status 200.
      delete response.body.singleResult.data;
      response.http.status = 503;
      response.http.headers.set('retry-after', AGAIN_AFTER);
    },
  }),
});

export const graphqlModule = () =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, Database, Act, AccessLog, LOG],
    useFactory: (config: Config, database: Database, act: Act, accessLog: AccessLog, log: Log) => {
      const formatError = errorFormatter(log);
      return {
        autoSchemaFile: true,
        sortSchema: true,
        path: '/graphql',
        playground: false,
        graphiql: false,
        introspection: true,
        includeStacktraceInErrorResponses: false,
        transformSchema: answerByResponseKey,
        validationRules: [depthLimit],
        parseOptions: { maxTokens: MOST_TOKENS },
        // No answer may be cached on its way; the hints cost a call for every field.
        plugins: [ApolloServerPluginCacheControlDisabled(), closing(formatError), noticing],
        formatError,
        context: (request: FastifyRequest, reply: FastifyReply) =>
          new RequestContext(
            config,
            database,
            act,
            accessLog,
            languageOf(request.headers['accept-language']),
            tokenOf(request.headers),
            reply,
          ),
      };
    },
  });
