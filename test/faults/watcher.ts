import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Desk, Json } from './desk.js';
import type { Watched } from './history.js';

const TOGETHER_MS = 250;
const ACK_MS = 10_000;
const BACK_MS = 400;
/** Pointers that catching up brings at most: whoever gets so many asks again. */
const CATCH_UP = 1_000;

const VIEW = `query ($id: Uuid!) { case(id: $id) { keyPerson { staffId } tasks { id version status staffId } } }`;

/**
 * A window on a case: it reads the case again whenever a number points at it, and after a lost connection tells the next node how far it had
 * come. It looks at nothing unasked, so that what it shows in the end is what it was told of.
 */
export class Watcher {
  private readonly desk: Desk;
  private readonly caseId: string;
  private readonly pointed = new Set<number>();
  private socket: Socket | null = null;
  private from = 0;
  private last = 0;
  private isStale = false;
  private reading: Promise<void> | null = null;
  private view: Json = null;
  private isOpen = true;

  constructor(desk: Desk, caseId: string) {
    this.desk = desk;
    this.caseId = caseId;
  }

  /** Resolves when it watches for the first time. */
  async open(): Promise<void> {
    while (!(await this.connect(undefined))) await pause(BACK_MS);
  }

  /** Resolves when it has everything up to this entry, and has read what it was pointed to. */
  async has(seq: number): Promise<void> {
    while (this.last < seq) {
      const answer = await this.watch(this.last);
      if (answer) this.reached(answer.seq);
      else await pause(BACK_MS);
    }
    while (this.isStale || this.reading) await (this.reading ?? pause(20));
  }

  close(): void {
    this.isOpen = false;
    this.socket?.close();
  }

  knows(): Watched {
    const tasks = (this.view?.tasks ?? []) as { id: string; version: number; status: string; staffId: string | null }[];
    return {
      who: this.desk.login,
      caseId: this.caseId,
      from: this.from,
      pointed: [...this.pointed],
      keyPersonId: this.view?.keyPerson?.staffId ?? null,
      tasks: Object.fromEntries(tasks.map(({ id, version, status, staffId }) => [id, `${version} ${status} ${staffId}`])),
    };
  }

  /** Goes to any node; `true` once it watches there. */
  private async connect(after: number | undefined): Promise<boolean> {
    const { addresses, chance } = this.desk.office;
    const auth = { token: this.desk.token };
    const socket = io(`${chance.one(addresses)}/live`, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: 8_000,
    });
    this.socket = socket;
    socket.on('trail', ({ caseId, seq }: { caseId: string | null; seq: number }) => this.point(caseId, seq));
    const isUp = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('connect_error', () => resolve(false));
      socket.once('disconnect', () => resolve(false));
      // A node that is killed between the handshake and its answer says neither.
      setTimeout(() => resolve(false), ACK_MS).unref();
    });
    const answer = isUp ? await this.watch(after) : null;
    if (!answer) {
      socket.close();
      return false;
    }
    if (after === undefined) this.from = answer.seq;
    this.reached(answer.seq);
    this.spoil();
    socket.once('disconnect', () => void this.comeBack());
    if (!socket.connected) void this.comeBack();
    return true;
  }

  private async comeBack(): Promise<void> {
    while (this.isOpen && !(await this.connect(this.last))) await pause(BACK_MS);
  }

  private async watch(after: number | undefined): Promise<{ seq: number } | null> {
    const { socket } = this;
    const before = this.pointed.size;
    const answer = (await socket
      ?.timeout(ACK_MS)
      .emitWithAck('watch', { caseId: this.caseId, after })
      .catch(() => null)) as { ok: boolean; seq: number } | null;
    if (!answer?.ok) return null;
    return this.pointed.size - before < CATCH_UP ? answer : { seq: this.last };
  }

  private reached(seq: number): void {
    this.last = Math.max(this.last, seq);
  }

  private point(caseId: string | null, seq: number): void {
    if (caseId !== this.caseId) return;
    this.pointed.add(seq);
    this.reached(seq);
    this.spoil();
  }

  private spoil(): void {
    this.isStale = true;
    this.reading ??= this.read().finally(() => {
      this.reading = null;
      if (this.isStale && this.isOpen) this.spoil();
    });
  }

  private async read(): Promise<void> {
    await pause(TOGETHER_MS);
    this.isStale = false;
    this.view = (await this.desk.ask(VIEW, { id: this.caseId })).case;
  }
}
