import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { refusalFor } from '../database/constraints.js';
import type { FieldFault, Language, RefusalCode, Sentence } from '../refusal.js';
import { TOO_DEEP } from './limits.js';

interface Extensions {
  readonly code: RefusalCode | 'INTERNAL';
  readonly sentence: Sentence;
  readonly fields?: readonly FieldFault[];
  readonly incident?: string;
}

const MALFORMED: Sentence = { ja: 'リクエストの形式が正しくありません。', en: 'The request is malformed.' };
const CLIENT_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** Which variable of the client a coercion fault is about: `…got invalid value "x" at "input.dueOn"; …`. */
const pathIn = (message: string) =>
  /at "([\w.[\]]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1] ?? /argument "?(\w+)/i.exec(message)?.[1] ?? 'input';

function explain(formatted: GraphQLFormattedError, error: unknown, onIncident: (incident: string, fault: unknown) => void): Extensions {
  const fault = unwrapResolverError(error);
  const refusal = refusalFor(fault);
  if (refusal) return { code: refusal.code, sentence: refusal.sentence, ...(refusal.fields.length > 0 ? { fields: refusal.fields } : {}) };
  const given = formatted.extensions as { code?: string; fault?: FieldFault['code'] | typeof TOO_DEEP; sentence?: Sentence } | undefined;
  if (given?.fault === TOO_DEEP && given.sentence) return { code: 'TOO_MANY', sentence: given.sentence };
  if (given?.fault && given.sentence)
    return { code: 'INVALID', sentence: given.sentence, fields: [{ path: pathIn(formatted.message), code: given.fault }] };
  if (given?.code === 'BAD_USER_INPUT')
    return { code: 'INVALID', sentence: MALFORMED, fields: [{ path: pathIn(formatted.message), code: 'FORMAT' }] };
  if (given?.code && CLIENT_FAULTS.has(given.code)) return { code: 'INVALID', sentence: MALFORMED };
  const incident = randomUUID();
  onIncident(incident, fault);
  return {
    code: 'INTERNAL',
    sentence: { ja: `内部エラーです（番号 ${incident}）。`, en: `Something went wrong on our side (incident ${incident}).` },
    incident,
  };
}

/** The one place where faults become answers. What is not a refusal is our own bug: logged with an incident id, shown as that id. */
export const errorFormatter =
  (onIncident: (incident: string, fault: unknown) => void) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const extensions = explain(formatted, error, onIncident);
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
