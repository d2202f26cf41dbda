import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';
import type { Config } from '../config.js';
import { addresses } from '../gate/address.js';

type Engine = Server['engine'];

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

  /** Counts from the first byte of a connection to its end. */
  count(engine: Engine): void {
    engine.on('connection', (connection: { request: IncomingMessage; once(event: 'close', then: () => void): void }) => {
      const address = this.addressOf(connection.request);
      this.open.set(address, (this.open.get(address) ?? 0) + 1);
      connection.once('close', () => this.leave(address));
    });
  }

  private leave(address: string): void {
    const left = (this.open.get(address) ?? 1) - 1;
    if (left > 0) this.open.set(address, left);
    else this.open.delete(address);
  }
}
