import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io, type Socket } from 'socket.io-client';

interface Pointer {
  readonly caseId: string | null;
  readonly seq: number;
  readonly sessionId?: string;
}
/** What a socket is told of: a case, or a session of a meeting. */
type Watched = { readonly caseId: string } | { readonly sessionId: string };
const idOf = (what: Watched) => ('caseId' in what ? what.caseId : what.sessionId);
type Answer = { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly code: string };

/** What is on the screen is kept under one of these: what belongs to a case, what is mine, what everyone may look up. */
export const keys = {
  ofCase: (caseId: string, ...what: readonly unknown[]) => ['case', caseId, ...what] as const,
  mine: (...what: readonly unknown[]) => ['mine', ...what] as const,
  directory: (...what: readonly unknown[]) => ['directory', ...what] as const,
  /** Who is in a room: a matter of sockets, and of no entry. */
  present: (sessionId: string) => ['present', sessionId] as const,
};
const CONNECTION = ['connection'] as const;
export type Connection = 'connected' | 'connecting' | 'lost';

const TOGETHER_MS = 40;

/** The one socket: it brings numbers, never data. A pointer makes what it points at stale, and what is looked at is read again. */
class Line {
  private socket: Socket | null = null;
  private readonly watched = new Map<string, { what: Watched; count: number; after: number | undefined }>();
  private readonly stale = new Set<string>();
  private inbox: number | undefined;
  private timer: number | undefined;

  constructor(private readonly cache: QueryClient) {}

  open(): void {
    if (this.socket) return;
    this.say('connecting');
    this.socket = io('/live', { transports: ['websocket'], reconnectionDelay: 400, reconnectionDelayMax: 4_000 });
    this.socket.on('connect', () => this.catchUp());
    this.socket.on('trail', (pointer: Pointer) => this.point(pointer));
    this.socket.on('dropped', ({ caseId }: { caseId?: string }) => this.spoil(caseId ?? null));
    this.socket.on(
      'presence',
      ({ sessionId }: { sessionId: string }) => void this.cache.invalidateQueries({ queryKey: keys.present(sessionId) }),
    );
    this.socket.on('disconnect', (reason) => {
      this.say('lost');
      // The server ends a socket when its session ends: asking who we are finds out.
      if (reason === 'io server disconnect') void this.cache.invalidateQueries({ queryKey: keys.mine('me') });
    });
    this.socket.on('connect_error', ({ message }) => {
      this.say('lost');
      if (message === 'UNAUTHENTICATED') void this.cache.invalidateQueries({ queryKey: keys.mine('me') });
    });
  }

  close(): void {
    this.socket?.close();
    this.socket = null;
    this.inbox = undefined;
  }

  watch(what: Watched): () => void {
    const known = this.watched.get(idOf(what)) ?? { what, count: 0, after: undefined };
    this.watched.set(idOf(what), { ...known, count: known.count + 1 });
    if (known.count === 0 && this.socket?.connected) void this.follow(what);
    return () => this.leave(what);
  }

  private leave(what: Watched): void {
    const known = this.watched.get(idOf(what));
    if (!known) return;
    if (known.count > 1) return void this.watched.set(idOf(what), { ...known, count: known.count - 1 });
    this.watched.delete(idOf(what));
    this.socket?.emit('unwatch', what);
  }

  private catchUp(): void {
    this.say('connected');
    this.socket?.emit('watch', { inbox: true, after: this.inbox }, (answer: Answer) => {
      if (answer.ok) this.inbox = answer.seq;
    });
    for (const { what } of this.watched.values()) void this.follow(what);
    void this.cache.invalidateQueries({ queryKey: ['present'] });
    this.spoil(null);
  }

  private async follow(what: Watched): Promise<void> {
    const answer = (await this.socket
      ?.timeout(10_000)
      .emitWithAck('watch', { ...what, after: this.watched.get(idOf(what))?.after })
      .catch(() => null)) as Answer | null;
    if (answer?.ok) this.reach(idOf(what), answer.seq);
    this.spoil('caseId' in what ? what.caseId : null);
  }

  private point({ caseId, sessionId, seq }: Pointer): void {
    this.inbox = Math.max(this.inbox ?? 0, seq);
    for (const id of [caseId, sessionId]) if (id) this.reach(id, seq);
    this.spoil(caseId);
  }

  private reach(id: string, seq: number): void {
    const known = this.watched.get(id);
    if (known) this.watched.set(id, { ...known, after: Math.max(known.after ?? 0, seq) });
  }

  /** What comes in one breath is read again once. */
  private spoil(caseId: string | null): void {
    if (caseId !== null) this.stale.add(caseId);
    this.timer ??= window.setTimeout(() => {
      this.timer = undefined;
      for (const stale of this.stale) void this.cache.invalidateQueries({ queryKey: keys.ofCase(stale) });
      this.stale.clear();
      void this.cache.invalidateQueries({ queryKey: keys.mine() });
    }, TOGETHER_MS);
  }

  private say(connection: Connection): void {
    this.cache.setQueryData(CONNECTION, connection);
  }
}

const lines = new WeakMap<QueryClient, Line>();
function lineOf(cache: QueryClient): Line {
  const line = lines.get(cache) ?? new Line(cache);
  lines.set(cache, line);
  return line;
}

/** Opens the socket for as long as somebody is signed in. */
export function useLine(isSignedIn: boolean): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    lineOf(cache).open();
    return () => lineOf(cache).close();
  }, [cache, isSignedIn]);
}

/** Closes the socket before the server does, for whoever is about to leave. */
export const hangUp = (cache: QueryClient): void => lineOf(cache).close();

/** Keeps what belongs to these cases up to date while the screen shows them. */
export function useWatch(caseIds: readonly string[]): void {
  const cache = useQueryClient();
  const list = caseIds.join(' ');
  useEffect(() => {
    const leave = list
      .split(' ')
      .filter(Boolean)
      .map((caseId) => lineOf(cache).watch({ caseId }));
    return () => leave.forEach((stop) => stop());
  }, [cache, list]);
}

/** Keeps a session of a meeting up to date while the screen shows it, of whichever cases it speaks. */
export function useWatchSession(sessionId: string): void {
  const cache = useQueryClient();
  useEffect(() => lineOf(cache).watch({ sessionId }), [cache, sessionId]);
}

export const useConnection = (): Connection =>
  useQuery<Connection>({ queryKey: CONNECTION, enabled: false, initialData: 'connecting', staleTime: Infinity, gcTime: Infinity }).data;
