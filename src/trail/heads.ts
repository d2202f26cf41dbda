import { appendFile, mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** The last entry of the chain at some moment: whoever holds it can later tell whether the chain still contains it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A number first and a hash later: the lines of the book, and of a trail that left as CSV. */
const LINE = /^\s*(\d+)[\s,].*?\b([0-9a-f]{64})\b/;

/** The heads in a text, one to a line; other lines are passed over. */
export const headsIn = (text: string): Head[] =>
  text.split('\n').flatMap((line) => {
    const [, seq, hash] = LINE.exec(line) ?? [];
    return seq && hash ? [{ seq: Number(seq), hash }] : [];
  });

/**
 * Publishes heads of the trail as lines `seq hash instant` in a file a day, outside the database, so that
 * cutting off or rewriting the end of the chain contradicts something that the database does not hold.
 */
export class HeadBook {
  private last = 0;
  private owed = false;

  constructor(private readonly dir: string) {}

  async publish({ seq, hash }: Head): Promise<void> {
    if (this.last >= seq) return;
    const now = new Date().toISOString();
    this.owed = true;
    await this.write(this.fileOf(now), `${seq} ${hash} ${now}\n`);
    this.last = seq;
    this.owed = false;
  }

  /** The directory is there but for the first time, and is asked for only where it is not. */
  private write(file: string, line: string): Promise<void> {
    return appendFile(file, line).catch(async (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'ENOENT') throw fault;
      await mkdir(this.dir, { recursive: true });
      await appendFile(file, line);
    });
  }

  /** Resolves when the next head could be published, and the last one was. Throws otherwise; publishes nothing. */
  async probe(): Promise<void> {
    await mkdir(this.dir, { recursive: true });
    await (await open(this.fileOf(new Date().toISOString()), 'a')).close();
    if (this.owed) throw new Error('The last head has not been published.');
  }

  private fileOf(now: string): string {
    return join(this.dir, `${now.slice(0, 10)}.heads`);
  }

  /** Every head ever published here, oldest first. */
  async read(): Promise<Head[]> {
    const files = (await readdir(this.dir).catch(() => [])).filter((name) => name.endsWith('.heads')).sort();
    const heads: Head[] = [];
    // One after the other, so that years of days do not hold up who else is being answered.
    for (const name of files) heads.push(...headsIn(await readFile(join(this.dir, name), 'utf8')));
    return heads;
  }
}

/** The heads that minutes carry: inside the database, but also on every copy that an attendee has read or printed. */
export async function headsInMinutes(client: pg.ClientBase): Promise<Head[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(`select to_regclass('public.minutes') is not null as exists`);
  if (!found[0]?.exists) return [];
  const { rows } = await client.query<Head>('select head_seq as seq, head_hash as hash from minutes where head_seq > 0 order by head_seq');
  return rows;
}
