import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { refusalFor } from '../database/constraints.js';
import { isUnavailable } from '../database/unavailable.js';
import type { FieldFault, Language, Refusal, RefusalCode, Sentence } from '../refusal.js';
import type { Log } from '../spine.js';
import { TOO_LARGE } from './limits.js';

interface Extensions {
  readonly code: RefusalCode | typeof UNAVAILABLE | 'INTERNAL';
  readonly sentence: Sentence;
  readonly fields?: readonly FieldFault[];
  readonly incident?: string;
}

/** Not a refusal: nothing was decided, or nobody knows. The answer is HTTP 503, and the same command may be sent again. */
export const UNAVAILABLE = 'UNAVAILABLE';
const COME_AGAIN: Sentence = {
  ja: 'ただいまデータベースに接続できません。入力した内容はそのままで、少し待ってからもう一度お試しください。同じ操作が二重に行われることはありません。',
  en: 'The database cannot be used just now. Please try again in a moment: nothing is done twice.',
};

const MALFORMED: Sentence = { ja: 'リクエストの形式が正しくありません。', en: 'The request is malformed.' };
const INCOMPLETE: Sentence = { ja: '必要な項目が入力されていません。', en: 'Something that is required was not given.' };
const CLIENT_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Which variable of the client a coercion fault is about: `…got invalid value "x" at "input.dueOn"; …`. */
const pathIn = (message: string) =>
  /at "([\w.[\]]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1] ?? /argument "?(\w+)/i.exec(message)?.[1] ?? 'input';

/** An input that does not fit its type: which field is missing, or has the wrong shape. */
function unfitting(message: string): Extensions {
  const left = /; Field "(\w+)" of required type "[^"]+" was not provided\.$/.exec(message)?.[1];
  if (!left && !/; Expected non-nullable type "[^"]+" not to be null\.$/.test(message))
    return { code: 'INVALID', sentence: MALFORMED, fields: [{ path: pathIn(message), code: 'FORMAT' }] };
  const path = left ? `${pathIn(message)}.${left}` : pathIn(message);
  return { code: 'INVALID', sentence: INCOMPLETE, fields: [{ path, code: 'REQUIRED' }] };
}

const refused = ({ code, sentence, fields }: Refusal): Extensions => ({ code, sentence, ...(fields.length > 0 ? { fields } : {}) });

/** What is refused before any field is asked: by the parser, the validator, or the executor itself (too many wrong values, no such kind of operation). */
const isOfRequest = ({ path, extensions }: GraphQLFormattedError, fault: unknown) =>
  CLIENT_FAULTS.has(String(extensions?.['code'])) ||
  (path === undefined && fault instanceof GraphQLError && fault.originalError === undefined);

/** What a fault that the client caused says, from the most particular to the least; `null` when it was not the client. */
function refusalIn(formatted: GraphQLFormattedError, fault: unknown): Extensions | null {
  const refusal = refusalFor(fault);
  if (refusal) return refused(refusal);
  const {
    code = '',
    refused: reason,
    fault: shape,
    sentence = MALFORMED,
  } = (formatted.extensions ?? {}) as {
    code?: string;
    refused?: RefusalCode;
    fault?: FieldFault['code'] | typeof TOO_LARGE;
    sentence?: Sentence;
  };
  if (reason) return { code: reason, sentence };
  if (shape === TOO_LARGE) return { code: 'TOO_MANY', sentence };
  if (shape) return { code: 'INVALID', sentence, fields: [{ path: pathIn(formatted.message), code: shape }] };
  if (code === 'BAD_USER_INPUT') return unfitting(formatted.message);
  return isOfRequest(formatted, fault) ? { code: 'INVALID', sentence: MALFORMED } : null;
}

function explain(formatted: GraphQLFormattedError, error: unknown, log: Log): Extensions {
  const fault = unwrapResolverError(error);
  const refusal = refusalIn(formatted, fault);
  if (refusal) return refusal;
  if (isUnavailable(fault)) {
    log.error({ fault }, 'the database could not be used');
    return { code: UNAVAILABLE, sentence: COME_AGAIN };
  }
  const incident = randomUUID();
  log.error({ incident, fault }, 'incident');
  return {
    code: 'INTERNAL',
    sentence: { ja: `内部エラーです（番号 ${incident}）。`, en: `Something went wrong on our side (incident ${incident}).` },
    incident,
  };
}

/** The one place where faults become answers. What is not a refusal is our own bug: logged with an incident id, shown as that id. */
export const errorFormatter =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const extensions = explain(formatted, error, log);
    // A validator's own words help a programmer to mend a query; they name the schema, never data.
    const detail = extensions.sentence === MALFORMED && error instanceof GraphQLError ? { detail: formatted.message.slice(0, 300) } : {};
    return {
      message: extensions.sentence.ja,
      path: formatted.path,
      locations: formatted.locations,
      extensions: { ...extensions, ...detail },
    };
  };

/** Puts each error's sentence in the reader's language. */
export const inLanguage = (error: GraphQLFormattedError, language: Language): GraphQLFormattedError => ({
  ...error,
  message: (error.extensions?.sentence as Sentence | undefined)?.[language] ?? error.message,
});
