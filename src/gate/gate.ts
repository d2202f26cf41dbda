import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
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

  fastify.addHook('onRequest', oneAtATime());
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

/**
 * A connection asks one thing at a time. No browser asks the next before it has the answer, though HTTP/1.1 lets it; who does so could have
 * any number of answers kept in memory without reading one (`docs/decisions/0630-one-request-at-a-time-on-a-connection.md`).
 */
function oneAtATime() {
  const busy = new WeakSet<Socket>();
  return async ({ raw: { socket } }: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (busy.has(socket)) {
      reply.hijack();
      socket.destroy();
      return;
    }
    busy.add(socket);
    const free = () => busy.delete(socket);
    reply.raw.once('finish', free).once('close', free);
  };
}

const isPacked = ({ headers }: FastifyRequest) => (headers['content-encoding'] ?? 'identity') !== 'identity';

const isGraphql = (request: FastifyRequest) => request.routeOptions.url === '/graphql';
