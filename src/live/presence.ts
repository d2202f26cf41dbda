import { randomUUID } from 'node:crypto';
import type { Namespace } from 'socket.io';
import type { Database } from '../database/database.js';
import type { Doorbell } from '../trail/doorbell.js';
import type { Watchers } from './watchers.js';

const RENEW_MS = 15_000;
/** A node that has not renewed its note for so long is gone, and its people with it. */
const LEASE = '45 seconds';

/**
 * Who has which room open. Each node notes the people behind its own sockets in the database, where every node reads them; when somebody comes or
 * goes the database rings, and whoever has the same room open is told to ask. A socket is never told who it was.
 */
export class Presence {
  private readonly node = randomUUID();
  private readonly changed = new Set<string>();
  private readonly renewal: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly live: Namespace,
    private readonly watchers: Watchers,
    bell: Doorbell,
    private readonly onFault: (fault: unknown) => void,
  ) {
    watchers.onMove = (sessionId) => this.note(sessionId);
    bell.on('presence', (sessionId) => (sessionId === null ? watchers.sessions() : [sessionId]).forEach((id) => this.tell(id)));
    this.renewal = setInterval(() => {
      for (const sessionId of watchers.sessions()) this.note(sessionId);
    }, RENEW_MS);
  }

  /** Nobody is here any more, once everyone's line has been cut. */
  async finish(): Promise<void> {
    clearInterval(this.renewal);
    await this.writing;
  }

  private note(sessionId: string): void {
    this.changed.add(sessionId);
    this.writing = this.writing.then(() => this.write()).catch(this.onFault);
  }

  /** The people who are there when it is written count: who comes and goes in one breath is noted once. What fails is made good by the renewal. */
  private async write(): Promise<void> {
    const changed = [...this.changed];
    this.changed.clear();
    for (const sessionId of changed)
      await this.database.ask('select note_presence($1, $2, $3, $4)', [this.node, sessionId, this.peopleAt(sessionId), LEASE]);
  }

  /** People, and no programs: whoever came with a token is not in the room. */
  private peopleAt(sessionId: string): string[] {
    return [...new Set([...this.watchers.at(sessionId)].flatMap(({ person }) => (person.scope ? [] : [person.staffId])))];
  }

  private tell(sessionId: string): void {
    const ids = [...this.watchers.at(sessionId)].map(({ socket }) => socket.id);
    if (ids.length > 0) this.live.to(ids).emit('presence', { sessionId });
  }
}
