import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Something that went out of the product: through which channel, for whom, and what it was. */
interface Utterance {
  readonly channel: 'response' | 'socket' | 'log';
  /** The token of whoever asked; `null` where there is none, as on sockets, which carry the same for everybody. */
  readonly token: string | null;
  readonly text: string;
}

/** Keeps what the product emits, as the bytes on the wire: every response with its headers, every frame of a socket, every line of the log. */
export class Emitted {
  private readonly kept: { channel: Utterance['channel']; token: string | null; chunks: Buffer[] }[] = [];

  readonly log = { write: (line: string) => this.keep('log', null, line) };

  /** Listens before anybody else does, so that nothing is missed. */
  overhear(server: Server): void {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? null;
      const chunks = this.begin('response', token);
      listen(response, chunks);
      response.once('finish', () => chunks.push(Buffer.from(JSON.stringify(response.getHeaders()))));
    });
    server.prependListener('upgrade', (_: IncomingMessage, socket: Duplex) => listen(socket, this.begin('socket', null)));
  }

  /** Everything so far, each response whole. */
  all(): Utterance[] {
    return this.kept.map(({ channel, token, chunks }) => ({ channel, token, text: Buffer.concat(chunks).toString('utf8') }));
  }

  private keep(channel: Utterance['channel'], token: string | null, text: string): void {
    this.begin(channel, token).push(Buffer.from(text));
  }

  private begin(channel: Utterance['channel'], token: string | null): Buffer[] {
    const chunks: Buffer[] = [];
    this.kept.push({ channel, token, chunks });
    return chunks;
  }
}

type Writes = Record<'write' | 'end', (chunk?: unknown, ...more: unknown[]) => unknown>;

function listen(stream: ServerResponse | Duplex, chunks: Buffer[]): void {
  const writes = stream as unknown as Writes;
  for (const name of ['write', 'end'] as const) {
    const write = writes[name].bind(stream);
    writes[name] = (chunk?: unknown, ...more: unknown[]) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
      return write(chunk, ...more);
    };
  }
}
