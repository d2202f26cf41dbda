import pg from 'pg';

/** What a statement is for: `append` is the last of a command, and mostly waits for the lock of the chain; `control` opens and ends transactions. */
export type StatementKind = 'read' | 'write' | 'append' | 'control';

/** A statement that was carried out. Its text stays here: it may hold names that a client gave to fields. */
export interface Statement {
  readonly kind: StatementKind;
  /** Milliseconds until its answer was there. */
  readonly ms: number;
  readonly failed: boolean;
  /** What the database, or the way to it, calls the failure. */
  readonly code?: string;
}

/** Whoever is told of every statement of this process. */
export const statementListeners = new Set<(statement: Statement) => void>();

const KINDS: readonly (readonly [RegExp, StatementKind])[] = [
  [/^\s*select append_trail\(/, 'append'],
  [/^\s*(begin|start|commit|rollback|set|savepoint|release)\b/i, 'control'],
  [/^\s*(select|with|fetch|declare)\b/i, 'read'],
];
const kindOf = (text: string): StatementKind => KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'write';
const textOf = (statement: unknown) => (typeof statement === 'string' ? statement : ((statement as { text?: string } | null)?.text ?? ''));

type Callback = (fault: unknown, result?: unknown) => void;

/** A connection that tells how long its statements take. While nobody listens it costs one comparison. */
export class ToldClient extends pg.Client {
  // The overloads of pg are many; what goes in goes on as it is.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...given: any[]): any {
    const query = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (statementListeners.size === 0) return query(...(given as unknown[]));
    const [kind, began] = [kindOf(textOf(given[0])), performance.now()];
    const tell = (fault: unknown) => {
      const { code } = (fault ?? {}) as { code?: string };
      const statement = { kind, ms: performance.now() - began, failed: Boolean(fault), ...(code ? { code } : {}) };
      for (const listener of statementListeners) listener(statement);
    };
    const last = given.at(-1) as unknown;
    if (typeof last === 'function') return query(...(given.slice(0, -1) as unknown[]), telling(last as Callback, tell));
    const result = query(...(given as unknown[]));
    if (result instanceof Promise)
      result.then(
        () => tell(null),
        (fault: unknown) => tell(fault),
      );
    return result;
  }
}

const telling =
  (callback: Callback, tell: (fault: unknown) => void): Callback =>
  (fault, result) => {
    tell(fault);
    callback(fault, result);
  };
