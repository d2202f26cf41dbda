import type { Socket } from 'socket.io';
import { frameOf } from './frame.js';
import type { Watcher } from './watchers.js';

/** Several frames on their way to the same sockets: put together once, however many sockets they go to. */
class Bundle {
  private next: Bundle | null = null;
  private whole: Buffer | null = null;

  constructor(readonly frames: readonly Buffer[]) {}

  /** This, and then `frame`: asked for by one socket after another, and made for the first of them. */
  and(frame: Buffer): Bundle {
    if (this.next?.frames.at(-1) !== frame) this.next = new Bundle([...this.frames, frame]);
    return this.next;
  }

  get bytes(): Buffer {
    return (this.whole ??= Buffer.concat(this.frames));
  }
}

/** Pointers on their way out, gathered so that each socket is written to once, whatever it is told of. */
export class Outgoing {
  private bundles = new Map<Watcher, Bundle>();
  private nothing = new Bundle([]);

  /** Points each of these to an entry; answers how many there are. Whoever catches up is told after what they missed. */
  point(watchers: readonly Watcher[], pointer: object): number {
    if (watchers.length === 0) return 0;
    const frame = frameOf('trail', pointer);
    for (const watcher of watchers) {
      if (watcher.held) watcher.held.push(pointer);
      else this.bundles.set(watcher, (this.bundles.get(watcher) ?? this.nothing).and(frame));
    }
    return watchers.length;
  }

  /** How many sockets are to be written to. */
  get sockets(): number {
    return this.bundles.size;
  }

  send(): void {
    for (const [{ socket }, bundle] of this.bundles) write(socket, bundle);
    this.bundles = new Map();
    this.nothing = new Bundle([]);
  }
}

/**
 * As one message of engine.io that is ready to be sent, whole frames one behind the other: it takes its place behind whatever waits for the
 * connection, so that nothing is overtaken and whoever does not read is noticed.
 */
function write({ conn }: Socket, { bytes }: Bundle): void {
  conn.write('', { wsPreEncodedFrame: [bytes] } as object);
}
