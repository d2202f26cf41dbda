import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
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

/** Gives every error the sentence of the reader's language, and an answer that could not be given the status that says so. */
const speaking: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue, request }) => {
      const language =
        contextValue instanceof RequestContext ? contextValue.language : languageOf(request.http?.headers.get('accept-language'));
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      const { errors } = response.body.singleResult;
      response.body.singleResult.errors = errors.map((error) => inLanguage(error, language));
      if (!errors.some(({ extensions }) => extensions?.code === UNAVAILABLE)) return;
      // Without data it is an answer that could not be given, and no answer with errors, to which the framework gives the status 200.
      delete response.body.singleResult.data;
      response.http.status = 503;
      response.http.headers.set('retry-after', AGAIN_AFTER);
    },
  }),
};

export const graphqlModule = () =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, Database, Act, AccessLog, LOG],
    useFactory: (config: Config, database: Database, act: Act, accessLog: AccessLog, log: Log) => ({
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
      plugins: [speaking, noticing],
      formatError: errorFormatter(log),
      context: (request: FastifyRequest, reply: FastifyReply) =>
        new RequestContext(
          config,
          database,
          act,
          accessLog,
          languageOf(request.headers['accept-language']),
          tokenOf(request.headers, config),
          reply,
        ),
    }),
  });
