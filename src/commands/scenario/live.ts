import { io, type Socket } from 'socket.io-client';
import type { ClientEvent, WatchAnswer } from '../../live/protocol.js';

export interface Pointer {
  readonly caseId: string | null;
  /** The session, where the socket watches it. */
  readonly sessionId?: string;
  readonly seq: number;
}

const PATIENCE_MS = 10_000;

/** A socket of one person, with everything that it was sent. */
export class Live {
  readonly pointers: Pointer[] = [];
  /** When each entry was first pointed out, on the clock of `performance.now()`. */
  readonly arrivedAt = new Map<number, number>();
  readonly dropped: string[] = [];
  /** The sessions into or out of whose rooms somebody came, each time. */
  readonly moved: string[] = [];
  private readonly hopes = new Set<() => void>();

  private constructor(private readonly socket: Socket) {
    socket.on('trail', (pointer: Pointer) => this.got(() => this.keep(pointer)));
    socket.on('dropped', (which: { caseId?: string; sessionId?: string }) =>
      this.got(() => this.dropped.push(which.caseId ?? which.sessionId!)),
    );
    socket.on('presence', ({ sessionId }: { sessionId: string }) => this.got(() => this.moved.push(sessionId)));
    socket.on('disconnect', () => this.got(() => undefined));
  }

  /** Throws when the product does not accept the token. */
  static connect(address: string, token: string): Promise<Live> {
    const socket = io(`${address}/live`, { auth: { token }, transports: ['websocket'], forceNew: true, reconnection: false });
    return new Promise((resolve, reject) => {
      const live = new Live(socket);
      socket.once('connect', () => resolve(live));
      socket.once('connect_error', (refusal) => {
        socket.close();
        reject(refusal);
      });
    });
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  watch(request: object): Promise<WatchAnswer> {
    return this.send('watch', request);
  }

  unwatch(request: object): Promise<WatchAnswer> {
    return this.send('unwatch', request);
  }

  send(event: ClientEvent, request: object): Promise<WatchAnswer> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck(event, request) as Promise<WatchAnswer>;
  }

  /** Resolves as soon as `hope` holds of what has arrived; rejects after ten seconds without it. */
  until(hope: () => boolean): Promise<void> {
    if (hope()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!hope()) return;
        clearTimeout(timer);
        this.hopes.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.hopes.delete(look);
        reject(new Error('Nothing of the kind arrived on the socket.'));
      }, PATIENCE_MS);
      this.hopes.add(look);
    });
  }

  /** Resolves once everything up to this entry that this socket is to be told has arrived: asked again, because answers keep their order. */
  async hasAll(request: object, seq: number): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.watch(request);
      if (answer.ok && answer.seq >= seq) return;
      if (performance.now() > deadline) throw new Error(`The product does not come to entry ${seq}.`);
    }
  }

  close(): void {
    this.socket.close();
  }

  private keep(pointer: Pointer): void {
    this.pointers.push(pointer);
    if (!this.arrivedAt.has(pointer.seq)) this.arrivedAt.set(pointer.seq, performance.now());
  }

  private got(note: () => void): void {
    note();
    for (const look of this.hopes) look();
  }
}
