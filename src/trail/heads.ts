import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The last entry of the chain at some moment: whoever holds it can later tell whether the chain still contains it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

const LINE = /^(\d+) ([0-9a-f]{64}) \S+$/;

/**
 * Publishes heads of the trail as lines `seq hash instant` in a file a day, outside the database, so that
 * cutting off or rewriting the end of the chain contradicts something that the database does not hold.
 */
export class HeadBook {
  private last: Head | null = null;

  constructor(private readonly dir: string) {}

  async publish(head: Head): Promise<void> {
    if (this.last && this.last.seq >= head.seq) return;
    this.last = head;
    const now = new Date().toISOString();
    await mkdir(this.dir, { recursive: true });
    await appendFile(join(this.dir, `${now.slice(0, 10)}.heads`), `${head.seq} ${head.hash} ${now}\n`);
  }

  /** Every head ever published here, oldest first. */
  async read(): Promise<Head[]> {
    const files = (await readdir(this.dir).catch(() => [])).filter((name) => name.endsWith('.heads')).sort();
    const texts = await Promise.all(files.map((name) => readFile(join(this.dir, name), 'utf8')));
    return texts
      .flatMap((text) => text.split('\n'))
      .flatMap((line) => {
        const [, seq, hash] = LINE.exec(line) ?? [];
        return seq && hash ? [{ seq: Number(seq), hash }] : [];
      });
  }
}
