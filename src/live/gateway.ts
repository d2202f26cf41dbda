import type { Server as HttpServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, type Namespace, type Socket } from 'socket.io';
import { isForeign } from '../gate/origin.js';
import { actorOf, tokenOfHandshake } from '../graphql/actor.js';
import type { TokenScope } from '../permissions/token-scope.js';
import type { Spine } from '../spine.js';
import { Crowd, cut } from './crowd.js';
import { Delivery } from './delivery.js';
import { People } from './people.js';
import { Presence } from './presence.js';
import { CLIENT_EVENTS, isWatch, UNAVAILABLE, type ClientEvent, type WatchAnswer } from './protocol.js';
import { Watcher, Watchers } from './watchers.js';
import { Watching } from './watching.js';

const MOVE_EVERY_MS = 50;
const SWEEP_MS = 30_000;
/** People described anew in one go of the sweep. */
const SWEPT_AT_ONCE = 100;
const MOST_BYTES = 4_096;
/** Requests of one socket that may wait for their turn: more than a screen ever has, and no room for whoever only sends. */
const MOST_WAITING = 500;
/** Who opens a connection and does not say who they are is cut off. */
const NAMELESS_MS = 10_000;

/** Who opened a socket, and with what. */
interface Came {
  readonly staffId: string;
  readonly credentialId: string;
  readonly scope: TokenScope | null;
}

/** Sockets carry cursors, never case data: `{caseId, seq}` goes to whoever may see that very entry, and they refetch. */
export class Gateway {
  private readonly io: Server;
  private readonly live: Namespace;
  private readonly people: People;
  private readonly watchers = new Watchers();
  private readonly watching: Watching;
  private readonly crowd: Crowd;
  private readonly presence: Presence;
  private readonly sweep: NodeJS.Timeout;
  private leaving = false;

  constructor(
    http: HttpServer,
    private readonly spine: Spine,
    private readonly onFault: (fault: unknown) => void,
  ) {
    const { database, tail, bell, config, rounds } = spine;
    this.crowd = new Crowd(config);
    this.io = new Server(http, {
      maxHttpBufferSize: MOST_BYTES,
      serveClient: false,
      // Polling would have to come back to the same node each time.
      transports: ['websocket'],
      // Refused at the door and not by the protocol, so that a client tries again, and elsewhere.
      allowRequest: (request, decide) =>
        decide(null, !this.leaving && !isForeign(request.headers, config) && this.crowd.hasRoomAt(request)),
      connectTimeout: NAMELESS_MS,
      // A small message that unpacks to a large one is no use to anybody here.
      perMessageDeflate: false,
      httpCompression: false,
      cors: { origin: [...config.allowedOrigins] },
    });
    this.crowd.watch(this.io.engine);
    this.live = this.io.of('/live');
    this.live.use((socket, next) => void this.signIn(socket, next));
    this.live.on('connection', (socket) => this.welcome(socket));
    this.people = new People(
      database,
      (person) => delivery.drop(person),
      (person) => void this.people.describe([person], true).catch(onFault),
    );
    this.watching = new Watching(database, tail, this.people, this.watchers);
    const delivery = new Delivery(this.people, this.watchers, database);
    this.presence = new Presence(database, this.live, this.watchers, bell, onFault);
    tail.follow((entries) => delivery.deliver(entries));
    this.sweep = setInterval(() => void rounds.carryOut('sight', () => delivery.sweep(SWEPT_AT_ONCE)), SWEEP_MS);
  }

  /** How many are here, and how much they watch. */
  get counts(): { readonly sockets: number; readonly people: number; readonly watches: number } {
    const sockets = this.watchers.list();
    return {
      sockets: sockets.length,
      people: this.people.list().length,
      watches: sockets.reduce((sum, { watched, inbox }) => sum + watched + Number(inbox), 0),
    };
  }

  /**
   * Lets nobody in any more, and cuts the lines of those who are here, evenly over `ms`: whoever loses their line comes back elsewhere by
   * themselves and says what they have seen. All at once they would storm the other node.
   */
  async leave(ms: number): Promise<void> {
    this.leaving = true;
    const sockets = [...this.live.sockets.values()];
    const rounds = Math.ceil(ms / MOVE_EVERY_MS);
    for (let round = 0; round < rounds && sockets.length > 0; round++) {
      for (const socket of sockets.splice(0, Math.ceil(sockets.length / (rounds - round)))) socket.conn.close();
      await pause(MOVE_EVERY_MS);
    }
  }

  async close(): Promise<void> {
    this.leaving = true;
    clearInterval(this.sweep);
    await this.io.close();
    await this.presence.finish();
  }

  private async signIn(socket: Socket, next: (refusal?: Error) => void): Promise<void> {
    const actor = await actorOf(this.spine.database, tokenOfHandshake(socket.handshake, this.spine.config)).catch(this.failed);
    // A refusal by the protocol is final; one that loses its line comes back by itself.
    if (actor === UNAVAILABLE) return socket.conn.close();
    if (!actor?.credentialId) return next(new Error('UNAUTHENTICATED'));
    if (!this.crowd.hasRoomFor(this.watchers.countOf(actor.staffId))) return next(new Error('TOO_MANY'));
    const { staffId, credentialId, scope = null } = actor;
    socket.data = { staffId, credentialId, scope } satisfies Came;
    next();
  }

  private welcome(socket: Socket): void {
    const { staffId, credentialId, scope } = socket.data as Came;
    const watcher = new Watcher(socket, this.people.named(staffId, scope), credentialId);
    this.watchers.add(watcher);
    socket.on('disconnect', () => {
      this.watchers.remove(watcher);
      this.people.leave(watcher.person);
    });
    for (const event of CLIENT_EVENTS) {
      socket.on(event, (request: unknown, answer: unknown) => {
        if (++watcher.waiting > MOST_WAITING) return cut(socket.conn);
        watcher.turn = watcher.turn
          .then(() => this.answer(event, watcher, request))
          .then(
            (said) => reply(answer, said),
            (fault: unknown) => {
              reply(answer, { ok: false, code: this.failed(fault) });
              // They come back by themselves, and say how far they had come.
              socket.conn.close();
            },
          )
          .finally(() => watcher.waiting--);
      });
    }
  }

  /** Whoever could not be answered is told so, and asks again. */
  private readonly failed = (fault: unknown): typeof UNAVAILABLE => {
    this.onFault(fault);
    return UNAVAILABLE;
  };

  private async answer(event: ClientEvent, watcher: Watcher, request: unknown): Promise<WatchAnswer> {
    if ((await this.spine.rates.ofEvent(watcher.person.staffId)) > 0) return { ok: false, code: 'TOO_MANY' };
    if (!isWatch(request)) return { ok: false, code: 'INVALID' };
    return event === 'watch' ? this.watching.watch(watcher, request) : this.watching.unwatch(watcher, request);
  }
}

const reply = (answer: unknown, said: WatchAnswer) => {
  if (typeof answer === 'function') (answer as (said: WatchAnswer) => void)(said);
};
