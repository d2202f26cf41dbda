import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Statement } from '../database/statements.js';
import type { Ongoing } from './ongoing.js';
import type { Round } from './rounds.js';

/*
 * What Prometheus reads. Labels come from closed lists (operations of the schema, kinds, codes), so that nobody can make them grow; none names a person.
 */

const registry = new Registry();
const registers = [registry];

const requests = new Histogram({
  name: 'tsunagi_request_seconds',
  help: 'Requests, by the first field that was asked for',
  labelNames: ['operation', 'outcome'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});
const statementsOfRequests = new Histogram({
  name: 'tsunagi_request_statements',
  help: 'Statements that a request took, transaction control included',
  labelNames: ['operation'],
  buckets: [1, 2, 3, 4, 6, 8, 12, 20, 40, 80],
  registers,
});
const statements = new Histogram({
  name: 'tsunagi_statement_seconds',
  help: 'SQL statements until their answer was there; `append` waits for the lock of the chain and seals',
  labelNames: ['kind', 'outcome'],
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 15],
  registers,
});
const statementFailures = new Counter({
  name: 'tsunagi_statement_failures_total',
  help: 'SQL statements that failed, by the class of their SQLSTATE (53: no room or no connection left, 57: ended, 55: a lock was not had)',
  labelNames: ['class'],
  registers,
});
const rounds = new Counter({
  name: 'tsunagi_rounds_total',
  help: 'Rounds of what the product does by itself, by how they went',
  labelNames: ['round', 'outcome'],
  registers,
});
const refusals = new Counter({
  name: 'tsunagi_refusals_total',
  help: 'Answers that refused, by code; INTERNAL is our own bug, UNAVAILABLE passes',
  labelNames: ['code'],
  registers,
});
const mails = new Counter({
  name: 'tsunagi_mail_total',
  help: 'Letters, by what became of handing them over',
  labelNames: ['outcome'],
  registers,
});

/** Event loop, memory, garbage collection and handles of the process. */
export const collectProcess = (): void => {
  if (!registry.getSingleMetric('nodejs_eventloop_lag_seconds')) collectDefaultMetrics({ register: registry });
};

/** What is no refusal: our own bug, and what cannot be answered just now. */
const OURS = new Set(['INTERNAL', 'UNAVAILABLE']);

export function countRequest({ operation, began, statements: count, refusals: codes }: Ongoing, status: number): void {
  const outcome =
    status >= 500 || codes.some((code) => OURS.has(code)) ? 'failed' : status >= 400 || codes.length > 0 ? 'refused' : 'answered';
  requests.observe({ operation, outcome }, (performance.now() - began) / 1_000);
  statementsOfRequests.observe({ operation }, count);
  for (const code of codes) refusals.inc({ code });
}

export function countStatement({ kind, ms, failed, code = '' }: Statement): void {
  statements.observe({ kind, outcome: failed ? 'failed' : 'done' }, ms / 1_000);
  if (failed) statementFailures.inc({ class: SQLSTATE.test(code) ? code.slice(0, 2) : 'other' });
}
const SQLSTATE = /^[0-9][0-9A-Z]{4}$/;

export const countRound = (round: Round, outcome: 'done' | 'failed'): void => rounds.inc({ round, outcome });

export const countMail = (outcome: string): void => mails.inc({ outcome });

/** A number that is looked up whenever somebody asks. The newest way to look it up counts. */
export function gauge(name: string, help: string, look: () => number): void {
  registry.removeSingleMetric(`tsunagi_${name}`);
  new Gauge({
    name: `tsunagi_${name}`,
    help,
    registers,
    collect() {
      this.set(look());
    },
  });
}

export const metricsText = (): Promise<string> => registry.metrics();
export const METRICS_TYPE = registry.contentType;
