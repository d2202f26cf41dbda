import { languageOf } from '../refusal.js';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '../refusal.js';
import { LOG, type Log } from '../spine.js';
import { errorFormatter, inLanguage, UNAVAILABLE } from './format-error.js';

const STATUS: Readonly<Record<RefusalCode | typeof UNAVAILABLE, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  TOO_MANY: 429,
  [UNAVAILABLE]: 503,
};

/** Faults of what is not GraphQL become the same answer as there, with a status of HTTP beside it. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly format: ReturnType<typeof errorFormatter>;

  constructor(@Inject(LOG) log: Log) {
    this.format = errorFormatter(log);
  }

  catch(fault: unknown, host: ArgumentsHost): void {
    const [request, reply] = [host.switchToHttp().getRequest<FastifyRequest>(), host.switchToHttp().getResponse<FastifyReply>()];
    const { message, extensions } = inLanguage(this.format({ message: '' }, fault), languageOf(request.headers['accept-language']));
    const status = STATUS[extensions?.['code'] as keyof typeof STATUS] ?? 500;
    void reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message, extensions }] });
  }
}
