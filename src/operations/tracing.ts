import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { around } from '../database/around.js';
import { statementListeners, type Statement } from '../database/statements.js';
import { ongoing, type Ongoing } from './ongoing.js';

/*
 * OpenTelemetry: a request, the verbs that it carried out, and their statements. Nothing here is loaded unless TRACES_URL is set. Spans carry words of the
 * schema, codes and numbers: no person, no case, nothing that a client wrote, and no text of a statement.
 */

const DELAY_MS = 1_000;
/** A collector that hangs costs spans, and nobody's time. */
const PATIENCE_MS = 2_000;

/** How a request ended, in words that are the product's own. */
export interface Ended {
  readonly method: string;
  /** As it is registered, such as `/exports/:id`. */
  readonly route: string;
  readonly status: number;
}

/** What is told of requests to whoever traces. */
export interface Traces {
  begins(request: Ongoing): void;
  ended(request: Ongoing, how: Ended): void;
  /** Hands on what is left, and stops. */
  close(): Promise<void>;
}

/** Traces this share of all requests (1–100 percent) to a collector that takes OTLP over HTTP at `url`. */
export function openTraces(url: string, percent: number): Traces {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: PATIENCE_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'tsunagi', 'service.instance.id': randomUUID() }),
    sampler: new TraceIdRatioBasedSampler(percent / 100),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: DELAY_MS, exportTimeoutMillis: PATIENCE_MS })],
  });
  const tracer = provider.getTracer('tsunagi');
  const requests = new WeakMap<Ongoing, Context>();
  const verbs = new AsyncLocalStorage<Context>();
  const here = () => {
    const request = ongoing();
    return request && (verbs.getStore() ?? requests.get(request));
  };
  const told = (statement: Statement) => tellStatement(tracer, statement, here());
  const untraced = around.verb;
  statementListeners.add(told);
  around.verb = (name, run) => {
    const parent = here();
    return parent ? withinVerb(tracer, name, parent, (context) => verbs.run(context, run)) : run();
  };
  return {
    begins(request) {
      requests.set(request, trace.setSpan(ROOT_CONTEXT, tracer.startSpan('http', { kind: SpanKind.SERVER, root: true })));
    },
    ended(request, { method, route, status }) {
      const span = trace.getSpan(requests.get(request) ?? ROOT_CONTEXT);
      span?.updateName(request.operation);
      span?.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'tsunagi.request': request.id,
        'tsunagi.statements': request.statements,
        'tsunagi.refusals': request.refusals,
      });
      if (status >= 500 || request.refusals.includes('INTERNAL')) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    },
    async close() {
      statementListeners.delete(told);
      around.verb = untraced;
      await provider.shutdown().catch(() => undefined);
    },
  };
}

/** Statements are told of when they are over. Those outside any request are nobody's trace. */
function tellStatement(tracer: Tracer, { kind, ms, failed }: Statement, parent: Context | undefined): void {
  if (!parent) return;
  const now = performance.timeOrigin + performance.now();
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': kind };
  const span = tracer.startSpan(`sql ${kind}`, { kind: SpanKind.CLIENT, startTime: now - ms, attributes }, parent);
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(now);
}

async function withinVerb<T>(tracer: Tracer, name: string, parent: Context, run: (context: Context) => Promise<T>): Promise<T> {
  const span = tracer.startSpan(name, {}, parent);
  try {
    return await run(trace.setSpan(parent, span));
  } catch (fault) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw fault;
  } finally {
    span.end();
  }
}
