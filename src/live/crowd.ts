import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';
import type { Config } from '../config.js';
import { addresses } from '../gate/address.js';

type Engine = Server['engine'];

/** A connection of engine.io, as far as it matters here. */
interface Connection {
  readonly request: IncomingMessage;
  /** What waits until the other end reads on. */
  readonly writeBuffer: readonly unknown[];
  on(event: 'packetCreate' | 'close', then: () => void): void;
  close(discard: boolean): void;
}

/** Messages that may wait for a client that does not read. */
const MOST_WAITING = 5_000;

/** Ends a connection without a word: whoever does not read or listen would not read that either, and what waits for them is let go at once. */
export function cut(connection: Pick<Connection, 'request' | 'close'>): void {
  connection.close(true);
  connection.request.socket.destroy();
}

/** How many connections are open from each address, signed in or not, and whether there is room for one more. */
export class Crowd {
  private readonly open = new Map<string, number>();
  private readonly addressOf: (request: IncomingMessage) => string;

  constructor(private readonly config: Pick<Config, 'trustedProxies' | 'socketsPerPerson' | 'socketsPerAddress'>) {
    this.addressOf = addresses(config);
  }

  hasRoomAt(request: IncomingMessage): boolean {
    return (this.open.get(this.addressOf(request)) ?? 0) < this.config.socketsPerAddress;
  }

  /** Whether somebody with so many sockets may open another. */
  hasRoomFor(open: number): boolean {
    return open < this.config.socketsPerPerson;
  }

  /** Counts each connection from its beginning to its end. Who does not read what they are sent is cut off, and catches up when they come back. */
  watch(engine: Engine): void {
    engine.on('connection', (connection: Connection) => {
      const address = this.addressOf(connection.request);
      this.open.set(address, (this.open.get(address) ?? 0) + 1);
      connection.on('close', () => this.leave(address));
      connection.on('packetCreate', () => {
        if (connection.writeBuffer.length > MOST_WAITING) cut(connection);
      });
    });
  }

  private leave(address: string): void {
    const left = (this.open.get(address) ?? 1) - 1;
    if (left > 0) this.open.set(address, left);
    else this.open.delete(address);
  }
}
