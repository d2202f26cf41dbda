import { isDeepStrictEqual } from 'node:util';

/** An entry as it lies in the table: what is sealed, and the columns that queries use instead of reading the text. */
export interface Sealed {
  readonly seq: string;
  readonly body: string | null;
  readonly prev: Buffer | null;
  readonly hash: Buffer | null;
  readonly index: Readonly<Record<string, unknown>>;
}

/** What the verifier reads of each row. The instant goes out as a number, so that no setting of the session can bend it. */
export const SEALED_COLUMNS = `seq, body, prev, hash, json_build_object(
  'at', (extract(epoch from at) * 1000)::bigint, 'kind', kind, 'actor', actor, 'actorId', actor_id, 'commandId', command_id, 'ordinal', ordinal,
  'caseId', case_id, 'seriesId', series_id, 'sessionId', session_id, 'category', category, 'confinedTo', confined_to, 'type', about_type, 'id', about_id, 'to', addressed_to, 'state', state, 'data', data,
  'noteId', note_id) as index`;

const UUID = /^[0-9a-f-]{36}$/;

/**
 * True when a column says otherwise than the sealed text. The database itself reads the columns from the text; its
 * superuser could keep it from that and then change them, and every query would believe it.
 */
export function indexDiffers({ index }: Sealed, body: Readonly<Record<string, unknown>>): boolean {
  const data = (body['data'] ?? {}) as Record<string, unknown>;
  const derived: Record<string, unknown> = {
    at: Date.parse(String(body['at'])),
    actorId: UUID.test(String(body['actor'])) ? body['actor'] : null,
    noteId: data['reasonId'] ?? data['answerId'] ?? data['resultId'] ?? data['outcomeId'] ?? null,
  };
  return Object.entries(index).some(([name, value]) => !isDeepStrictEqual(value, derived[name] ?? body[name] ?? null));
}
