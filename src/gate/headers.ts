import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';

const YEAR_S = 31_536_000;

/** Nothing that a page of a workspace needs of the machine it is shown on. */
const PERMISSIONS = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'microphone', 'midi', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Everything the workspace needs comes from this address: municipal networks are closed. No script and no style but from its own files,
 * in no frame, and under https by https alone from then on.
 */
const policyFor = (isHttps: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  strictTransportSecurity: isHttps ? { maxAge: YEAR_S, includeSubDomains: true } : false,
  referrerPolicy: { policy: 'same-origin' },
  crossOriginEmbedderPolicy: true,
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
});

/** Puts on every answer, whatever it is, what browsers have to know of it. Answers are kept by nobody unless they say so themselves. */
export async function guardBrowsers(nest: NestFastifyApplication, { publicUrl }: Config): Promise<void> {
  await nest.register(helmet, policyFor(publicUrl.startsWith('https://')));
  const fastify = nest.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (_, reply) => void reply.header('permissions-policy', PERMISSIONS));
  fastify.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}
