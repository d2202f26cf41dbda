import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span as it comes over OTLP/HTTP in JSON. */
export interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

interface Batch {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

/** Takes traces over OTLP/HTTP, as an OpenTelemetry collector does; `deaf` ones take what is sent and never answer. */
export class Collector {
  /** Everything that was sent, as it came. */
  readonly bodies: string[] = [];
  readonly spans: Span[] = [];
  private heard = Promise.withResolvers<void>();

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open({ deaf = false } = {}): Promise<Collector> {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        collector.take(body);
        if (!deaf) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const collector = new Collector(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return collector;
  }

  /** Resolves with the first span for which this holds, as soon as there is one. */
  async first(holds: (span: Span) => boolean): Promise<Span> {
    for (;;) {
      const found = this.spans.find(holds);
      if (found) return found;
      await this.heard.promise;
    }
  }

  under({ spanId }: Span): Span[] {
    return this.spans.filter(({ parentSpanId }) => parentSpanId === spanId);
  }

  private take(body: string): void {
    this.bodies.push(body);
    for (const { scopeSpans } of (JSON.parse(body) as Batch).resourceSpans) for (const { spans } of scopeSpans) this.spans.push(...spans);
    this.heard.resolve();
    this.heard = Promise.withResolvers();
  }
}
