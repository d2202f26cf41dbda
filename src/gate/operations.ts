import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';
import { bearerIn, sessionIn } from '../graphql/actor.js';
import { invalid } from '../refusal.js';
import { turnAway, unreadable, unregistered } from './turn-away.js';

/** Where the build of the workspace leaves the operations that it asks, seen from the sources and from the build alike. */
const MANIFEST = fileURLToPath(
  new URL(import.meta.url.includes('/dist/src/') ? '../../../web/dist/operations.json' : '../../web/dist/operations.json', import.meta.url),
);

const unknownOperation = () =>
  invalid('documentId', 'UNKNOWN', {
    ja: 'この画面は古い可能性があります。再読み込みしてください。',
    en: 'This page may be older than the product. Please load it again.',
  });

/** The operations of the workspace by their ids, each the SHA-256 of its text; empty where the workspace is not built. */
export async function readOperations(): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(MANIFEST)) return new Map();
  return new Map(Object.entries(JSON.parse(await readFile(MANIFEST, 'utf8')) as Record<string, string>));
}

/**
 * Which operations a request may bring. The workspace sends `documentId` instead of a text; with nothing but the cookie of a browser,
 * nothing else runs. The list is fixed at the build, so no request can add to it (`docs/decisions/0611-only-registered-operations.md`).
 */
export class Operations {
  constructor(
    private readonly registered: ReadonlyMap<string, string>,
    private readonly settings: Pick<Config, 'browserOperations' | 'secureCookie'>,
  ) {}

  /** Puts the text in the place of an id; turns away what may not be asked. */
  admit(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    if (request.method !== 'POST') return turnAway(request, reply.header('allow', 'POST'), 405, unreadable());
    const { body } = request;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return turnAway(request, reply, 400, unreadable());
    const asked = body as Record<string, unknown>;
    if (!('documentId' in asked)) return this.mayAsk(request) ? undefined : turnAway(request, reply, 403, unregistered());
    const query = typeof asked['documentId'] === 'string' ? this.registered.get(asked['documentId']) : undefined;
    if (query === undefined) return turnAway(request, reply, 400, unknownOperation());
    request.body = { ...('variables' in asked ? { variables: asked['variables'] } : {}), query };
    return undefined;
  }

  private mayAsk({ headers }: FastifyRequest): boolean {
    return this.settings.browserOperations === 'any' || bearerIn(headers) !== null || sessionIn(headers, this.settings) === null;
  }
}

export const operationsOf = async (config: Config) => new Operations(await readOperations(), config);
