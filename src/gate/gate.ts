import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { addresses } from './address.js';
import { guardBrowsers } from './headers.js';
import { operationsOf } from './operations.js';
import { isForeign, isHost } from './origin.js';
import type { Rates } from './rates.js';
import { fromElsewhere, tooFast, turnAway, unreadable } from './turn-away.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const PREFLIGHT_S = 600;

/** What every request passes before anybody looks at what it asks: where it comes from, how often, and what it may bring. */
export async function openGate(nest: NestFastifyApplication, config: Config, rates: Rates): Promise<void> {
  await guardBrowsers(nest, config);
  const fastify = nest.getHttpAdapter().getInstance();
  const addressOf = addresses(config);

  fastify.addHook('onRequest', async (request, reply) => {
    const wait = await rates.ofAddress(addressOf(request.raw));
    if (wait > 0) return tooFast(request, reply, wait);
    if (!isHost(request.headers.host)) return turnAway(request, reply, 400, unreadable());
    if (!SAFE.has(request.method) && isForeign(request.headers, config)) return turnAway(request, reply, 403, fromElsewhere());
    // What is packed unpacks to anything: nobody needs it for a command.
    if (isPacked(request)) return turnAway(request, reply, 415, unreadable());
  });
  if (config.allowedOrigins.length > 0) {
    await nest.register(cors, {
      origin: [...config.allowedOrigins],
      methods: ['POST'],
      allowedHeaders: ['authorization', 'content-type', 'accept-language'],
      exposedHeaders: ['retry-after'],
      maxAge: PREFLIGHT_S,
    });
  }
  // Forms and plain text are what other sites can send without being asked.
  fastify.removeContentTypeParser('text/plain');
  const operations = await operationsOf(config);
  fastify.addHook('preHandler', async (request, reply) => {
    if (isGraphql(request)) return operations.admit(request, reply);
  });
}

const isPacked = ({ headers }: FastifyRequest) => (headers['content-encoding'] ?? 'identity') !== 'identity';

const isGraphql = (request: FastifyRequest) => request.routeOptions.url === '/graphql';
