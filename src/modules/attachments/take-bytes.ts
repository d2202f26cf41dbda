import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const BYTES = 'application/octet-stream';

/** Lets the bytes of a file through as they come, at the one address that takes them; everywhere else such a body is refused as before. */
export function takeBytes(nest: NestFastifyApplication): void {
  nest
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(BYTES, ({ routeOptions }, payload, done) => {
      if (routeOptions.url === '/uploads') return done(null, payload);
      done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }), undefined);
    });
}
