import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { tokenOf } from '../../src/graphql/actor.js';
import { tellsWhere, type Searched } from './hidden-home.js';

type Channel = 'response' | 'socket' | 'log' | 'mail';

/** Something that went out of the product: through which channel, for whom, and what it was. */
export interface Utterance {
  readonly channel: Channel;
  /** The token of whoever asked; `null` where there is none, as on sockets, which carry the same for everybody. */
  readonly token: string | null;
  readonly text: string;
}

/** Of what went over a socket, as much of the end is kept as could be the beginning of something searched for. */
const OVERLAP = 256;

/**
 * Listens to what the product emits, as the bytes on the wire: every response with its headers, every frame of a socket, every line of the
 * log. All of it is searched for the address of a family in hiding; it is kept only when that was asked for.
 */
export class Emitted {
  constructor(private readonly keeps: boolean) {}

  /** What holds the address of a family in hiding. */
  readonly telling: Utterance[] = [];
  private readonly kept: Utterance[] = [];
  private readonly sums: Record<string, { count: number; bytes: number }> = {};

  /** Every line of the log, for what may stand in none. */
  readonly lines: string[] = [];

  readonly log = {
    write: (line: string) => {
      this.lines.push(line);
      this.say({ channel: 'log', token: null, text: line });
    },
  };

  /** Listens before anybody else does, so that nothing is missed. */
  overhear(server: Server): void {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      listen(response, (chunk) => chunks.push(chunk));
      const token = tokenOf(request.headers, { secureCookie: false });
      const whole = () => {
        response.off('finish', whole).off('close', whole);
        const text = Buffer.concat(chunks).toString('utf8') + JSON.stringify(response.getHeaders());
        this.say({ channel: 'response', token, text });
      };
      response.once('finish', whole).once('close', whole);
    });
    server.prependListener('upgrade', (_: IncomingMessage, socket: Duplex) => {
      let before = '';
      listen(socket, (chunk) => {
        const text = chunk.toString('utf8');
        this.say({ channel: 'socket', token: null, text }, before);
        before = text.slice(-OVERLAP);
      });
    });
  }

  /** Takes in a mail that the product sent, as it arrived. */
  mail(text: string): void {
    this.say({ channel: 'mail', token: null, text });
  }

  /** Everything so far, when it was to be kept. */
  all(): readonly Utterance[] {
    return this.kept;
  }

  get searched(): Searched {
    return this.sums;
  }

  private say(utterance: Utterance, before = ''): void {
    const { channel, text } = utterance;
    const sum = (this.sums[channel] ??= { count: 0, bytes: 0 });
    sum.count++;
    sum.bytes += Buffer.byteLength(text);
    if (tellsWhere(before + text)) this.telling.push(utterance);
    if (this.keeps) this.kept.push(utterance);
  }
}

type Writes = Record<'write' | 'end', (chunk?: unknown, ...more: unknown[]) => unknown>;

function listen(stream: ServerResponse | Duplex, hear: (chunk: Buffer) => void): void {
  const writes = stream as unknown as Writes;
  for (const name of ['write', 'end'] as const) {
    const write = writes[name].bind(stream);
    writes[name] = (chunk?: unknown, ...more: unknown[]) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) hear(Buffer.from(chunk as string));
      return write(chunk, ...more);
    };
  }
}
