import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { AccessLog } from '../database/access-log.js';
import { Act } from '../database/act.js';
import { Database } from '../database/database.js';
import type { Rates } from '../gate/rates.js';
import { languageOf } from '../refusal.js';
import { CONFIG, LOG, RATES, type Log } from '../spine.js';
import { answeringAsWritten, stringified } from './as-written.js';
import { bearerIn, tokenOf } from './actor.js';
import { errorFormatter } from './format-error.js';
import { breadthLimit, depthLimit, MOST_TOKENS } from './limits.js';
import { noticing } from './noticing.js';
import { billing, guardingSchema, settling, speaking } from './plugins.js';
import { RequestContext } from './request.js';
import { answerByResponseKey } from './response-keys.js';

const silent = () => undefined;

export const graphqlModule = () =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, Database, Act, AccessLog, LOG, RATES],
    useFactory: (config: Config, database: Database, act: Act, accessLog: AccessLog, log: Log, rates: Rates) => ({
      autoSchemaFile: true,
      sortSchema: true,
      path: '/graphql',
      playground: false,
      graphiql: false,
      introspection: config.introspection !== 'never',
      // What is registered is registered by the build (src/gate/operations.ts): no request may add to it.
      persistedQueries: false,
      allowBatchedHttpRequests: false,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      transformSchema: answerByResponseKey,
      validationRules: [depthLimit, breadthLimit],
      parseOptions: { maxTokens: MOST_TOKENS },
      // Its own words go nowhere but to our log.
      logger: { debug: silent, info: silent, warn: silent, error: (message) => log.error({ fault: new Error(String(message)) }, 'apollo') },
      // No answer may be cached on its way; the hints cost a call for every field.
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        settling(errorFormatter(log)),
        speaking,
        billing,
        guardingSchema,
        noticing,
        answeringAsWritten(errorFormatter(log)),
      ],
      stringifyResult: stringified,
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
          rates,
          bearerIn(request.headers) !== null,
        ),
    }),
  });
