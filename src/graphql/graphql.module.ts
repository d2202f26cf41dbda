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
import { errorFormatter, inLanguage } from './format-error.js';
import { depthLimit, MOST_TOKENS } from './limits.js';
import { languageOf, RequestContext } from './request.js';
import { answerByResponseKey } from './response-keys.js';

/**
 * The last word on every answer: it leaves only to somebody who stands as they were taken for, and each of its errors has the sentence of the
 * reader's language.
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
      if (!response.body.singleResult.errors) return;
      response.body.singleResult.errors = response.body.singleResult.errors.map((error) => inLanguage(error, language));
    },
  }),
});

export const graphqlModule = () =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, Database, Act, AccessLog, LOG],
    useFactory: (config: Config, database: Database, act: Act, accessLog: AccessLog, log: Log) => {
      const formatError = errorFormatter((incident, fault) => log.error({ incident, fault }, 'incident'));
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
        plugins: [ApolloServerPluginCacheControlDisabled(), closing(formatError)],
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
