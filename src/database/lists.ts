/** Texts that need no quotes in the database's text of a list, where a bare `null` is no text. */
const PLAIN = /^(?!null$)[\w-]+$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The number by which the database knows the type of an id. */
const UUID_TYPE = 2950;
const BYTES_OF_ID = 16;

/** Lists that cannot change any more are kept as they were written: a description of a person asks with the same ones every time. */
type Kept = WeakMap<readonly unknown[], unknown>;
const ids: Kept = new WeakMap();
const texts: Kept = new WeakMap();

/**
 * A value of a statement as the database reads it, written once for each list that stays as it is instead of for each question. Ids, where the
 * statement takes the value for ids and nothing else, go as the bytes that they are: the database does not read eighty of them from a text every time.
 */
export function written(value: unknown, place: number, sql: string): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  return takesIds(sql, place) ? kept(ids, value, asIds) : kept(texts, value, asText);
}

/** Whether each mention of this value in a statement takes it for ids. */
const takesIds = (sql: string, place: number) => !new RegExp(`\\$${place}(?!\\d|::uuid\\[\\])`).test(sql);

const asIds = (list: readonly unknown[]) => (list.every((element) => UUID.test(String(element))) ? bytesOf(list) : asText(list));
const asText = (list: readonly unknown[]) =>
  list.every((element) => typeof element === 'string' && PLAIN.test(element)) ? `{${list.join()}}` : list;

function kept(all: Kept, list: readonly unknown[], write: (list: readonly unknown[]) => unknown): unknown {
  const known = all.get(list) ?? write(list);
  if (Object.isFrozen(list)) all.set(list, known);
  return known;
}

/** A list of ids in PostgreSQL's binary format of an array: dimensions, no NULLs, the type, how many, counted from 1, and each with its length. */
function bytesOf(list: readonly unknown[]): Buffer {
  const head = [1, 0, UUID_TYPE, list.length, 1];
  const buffer = Buffer.alloc(4 * head.length + list.length * (4 + BYTES_OF_ID));
  let at = 0;
  for (const number of head) at = buffer.writeInt32BE(number, at);
  for (const id of list) {
    at = buffer.writeInt32BE(BYTES_OF_ID, at);
    at += buffer.write(String(id).replaceAll('-', ''), at, 'hex');
  }
  return buffer;
}
