/** Elements that need no quotes in the database's text of a list. */
const PLAIN = /^[\w-]+$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The number by which the database knows the type of an id. */
const UUID_TYPE = 2950;
const BYTES_OF_ID = 16;

/** Lists are kept as they were written: a description of a person asks with the same ones every time. */
const texts = new WeakMap<readonly unknown[], string>();
const bytes = new WeakMap<readonly unknown[], Buffer>();

/**
 * A value of a statement as the database reads it, written once for each list instead of for each question. Ids, where the statement
 * takes the value for ids and nothing else, go as the bytes that they are: the database does not read eighty of them from a text every time.
 */
export function written(value: unknown, place: number, sql: string): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  if (value.every((element) => UUID.test(String(element))) && takesIds(sql, place)) return kept(bytes, value, bytesOf);
  return value.every((element) => PLAIN.test(String(element))) ? kept(texts, value, (list) => `{${list.join()}}`) : value;
}

/** Whether each mention of this value in a statement takes it for ids. */
const takesIds = (sql: string, place: number) => !new RegExp(`\\$${place}(?!\\d|::uuid\\[\\])`).test(sql);

function kept<T>(all: WeakMap<readonly unknown[], T>, list: readonly unknown[], write: (list: readonly unknown[]) => T): T {
  const known = all.get(list) ?? write(list);
  all.set(list, known);
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
