import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const until = (due: number) => {
  const left = due - performance.now();
  return left > 0 ? pause(left) : null;
};

/** A piece of cable on loopback between two programs, that can be slow and can be cut. */
export class Wire {
  /** How long whatever goes through it takes, each way. */
  delayMs = 0;
  private readonly ends = new Set<Socket>();
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async to(port: number): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server);
    server.on('connection', (near) => wire.join(near, createConnection({ host: '127.0.0.1', port })));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return wire;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Tears down whatever goes through it now. */
  cut(): void {
    // Node takes one that is saying goodbye for closed when it is reset, and waits for it for ever when it ends.
    for (const end of this.ends)
      if (end.writableEnded) end.destroy();
      else end.resetAndDestroy();
  }

  close(): void {
    this.server.close();
    this.cut();
  }

  private join(near: Socket, far: Socket): void {
    this.carry(near, far);
    this.carry(far, near);
  }

  private carry(from: Socket, to: Socket): void {
    this.ends.add(from);
    let before: Promise<unknown> = Promise.resolve();
    const inOrder = (step: () => unknown) => {
      const due = performance.now() + this.delayMs;
      before = before.then(() => until(due)).then(step);
    };
    from.setNoDelay(true);
    from.on('data', (chunk) => inOrder(() => to.writable && to.write(chunk)));
    from.on('end', () => inOrder(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.ends.delete(from);
      inOrder(() => to.destroy());
    });
  }
}
