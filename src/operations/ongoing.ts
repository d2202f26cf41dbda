import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** One request while it is answered, as logs and metrics tell of it: ids and words of the schema, never what a client wrote. */
export class Ongoing {
  readonly id = randomUUID();
  readonly began = performance.now();
  /** The first field that was asked for, such as `mutation openCase`; `http` for what is not GraphQL. */
  operation = 'http';
  actorId: string | null = null;
  statements = 0;
  sqlMs = 0;
  readonly refusals: string[] = [];
}

const storage = new AsyncLocalStorage<Ongoing>();

/** The request that is being answered here; nothing in what the product does by itself. */
export const ongoing = (): Ongoing | undefined => storage.getStore();

/** Goes on as part of a request. */
export const during = (request: Ongoing, next: () => void): void => storage.run(request, next);
