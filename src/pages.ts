import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where `npm run build -w web` leaves the workspace, seen from the sources and from the build alike. */
const BUILT = fileURLToPath(new URL(import.meta.url.includes('/dist/src/') ? '../../web/dist/' : '../web/dist/', import.meta.url));

/** A person who opens an address, as opposed to a script that asks for something. */
const isNavigation = ({ headers }: FastifyRequest) =>
  headers['sec-fetch-mode'] ? headers['sec-fetch-mode'] === 'navigate' : (headers.accept ?? '').includes('text/html');

/** Serves the workspace at `/`: hashed files for a year, and its one page for whatever address a person opens. */
export async function servePages(nest: NestFastifyApplication): Promise<void> {
  if (!existsSync(BUILT)) return;
  const fastify = nest.getHttpAdapter().getInstance();
  await fastify.register(files, {
    root: BUILT,
    serve: false,
    preCompressed: true,
  });
  fastify.get('/assets/*', (request, reply) => {
    const name = (request.params as { '*': string })['*'];
    return reply.sendFile(`assets/${name}`, { immutable: true, maxAge: '365d' });
  });
  const page = (request: FastifyRequest, reply: FastifyReply) =>
    isNavigation(request)
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
      : reply.code(404).send({ statusCode: 404, message: 'Not found.' });
  fastify.get('/', page);
  fastify.get('/*', page);
}
