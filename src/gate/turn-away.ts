import type { FastifyReply, FastifyRequest } from 'fastify';
import { forbidden, invalid, languageOf, tooOften, type Refusal } from '../refusal.js';

/** Refuses a request before anybody has looked at what it asks: a status of HTTP, and a body like every other refusal's. */
export function turnAway(request: FastifyRequest, reply: FastifyReply, status: number, { code, sentence }: Refusal): FastifyReply {
  const message = sentence[languageOf(request.headers['accept-language'])];
  return reply.code(status).send({ errors: [{ message, extensions: { code, sentence } }] });
}

export const tooFast = (request: FastifyRequest, reply: FastifyReply, seconds: number) =>
  turnAway(request, reply.header('retry-after', seconds), 429, tooOften(seconds));

export const fromElsewhere = () =>
  forbidden({
    ja: 'ほかのサイトからの操作は受け付けません。',
    en: 'Requests from other sites are not accepted.',
  });

export const unregistered = () =>
  forbidden({
    ja: 'ブラウザのサインインでは、この画面に登録された操作だけを実行できます。',
    en: 'With the cookie of a browser, only the operations of the workspace may be run; programs show a token.',
  });

export const unreadable = () => invalid('body', 'FORMAT', { ja: 'リクエストの形式が正しくありません。', en: 'The request is malformed.' });
