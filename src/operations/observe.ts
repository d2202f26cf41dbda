import type { FastifyInstance, FastifyRequest } from 'fastify';
import { statementListeners, type Statement } from '../database/statements.js';
import { noteFullness } from './fullness.js';
import { countRequest, countStatement } from './metrics.js';
import type { Traces } from './tracing.js';
import { during, Ongoing, ongoing } from './ongoing.js';

interface Log {
  info(fields: object, message: string): void;
}

const told = (statement: Statement) => {
  countStatement(statement);
  noteFullness(statement);
  const request = ongoing();
  if (!request) return;
  request.statements += 1;
  request.sqlMs += statement.ms;
};

/** Requests that say nothing: whoever watches asks every few seconds. */
const DULL = /^\/(health|assets)\//;

/** From now on every request is counted, and has one line in the log: who asked for what, how long it took, how many statements. Answers carry its id. */
export function observe(fastify: FastifyInstance, log: Log, traces: Traces | null): void {
  statementListeners.add(told);
  const requests = new WeakMap<FastifyRequest, Ongoing>();
  fastify.addHook('onRequest', (request, reply, done) => {
    const started = new Ongoing();
    requests.set(request, started);
    if (!DULL.test(request.url)) traces?.begins(started);
    void reply.header('x-request-id', started.id);
    during(started, done);
  });
  // What reads a body goes on outside of where the request began.
  fastify.addHook('preValidation', (request, _, done) => during(requests.get(request)!, done));
  fastify.addHook('onResponse', async (request, reply) => {
    const ended = requests.get(request);
    if (!ended || DULL.test(request.url)) return;
    countRequest(ended, reply.statusCode);
    traces?.ended(ended, { method: request.method, route: request.routeOptions.url ?? '', status: reply.statusCode });
    const { id, actorId, operation, statements, refusals, began, sqlMs } = ended;
    log.info(
      {
        request: id,
        actor: actorId,
        operation,
        status: reply.statusCode,
        ms: round(performance.now() - began),
        statements,
        sqlMs: round(sqlMs),
        refusals,
      },
      'answered',
    );
  });
  fastify.addHook('onClose', async () => void statementListeners.delete(told));
}

const round = (ms: number) => Math.round(ms * 10) / 10;
