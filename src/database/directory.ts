import type pg from 'pg';

/** Rows of the directory as an answer shows them: which columns of the table `it`, under which keys. */
export interface Page {
  readonly table: string;
  readonly columns: string;
}

/** The key of a field that holds the id of a row instead of the row says of which page. */
export const referring = (key: string, page: number) => `${key}@${page}`;
/** What follows upon such a key's name. A text of a row never has a bare quote in it, nor a colon behind its last: it cannot look like this. */
const REFERENCES = /@(\d+)":(?:null|"([0-9a-f-]{36})")/g;
const MOST_ENTRIES = 50_000;

/** The texts of rows by their ids. */
type Entries = Map<string, string>;

interface Fetched {
  readonly stamp: string;
  readonly entries: Readonly<Record<string, string>>;
}

/**
 * Who works where: rows of staff and agencies, which nearly every answer shows and everybody may read. An answer names them by their ids, and their
 * texts are put in from memory, as of a stamp (docs/decisions/0732-names-from-the-directory.md). The stamp counts their changes too, and the answer
 * has proven it: what is put in is never older than the answer.
 */
export class Directory {
  private asOf = '';
  private count = 0;
  private readonly pages = new Map<string, Entries>();

  /** Not by a connection that a command may hold while it waits for an answer. */
  constructor(private readonly ask: (sql: string, values: readonly unknown[]) => Promise<pg.QueryResult<Fetched>>) {}

  /** The text of an answer that holds as of this stamp, with the rows that it refers to. */
  async complete(text: string, pages: readonly Page[], stamp: string): Promise<string> {
    if (pages.length === 0) return text;
    this.keepUpWith(stamp);
    const fetched = pages.map((): Entries => new Map());
    for (;;) {
      const known = pages.map((page) => this.entriesOf(page));
      const missing = pages.map(() => new Set<string>());
      const complete = text.replace(REFERENCES, (_, place: string, id?: string) => {
        const at = Number(place);
        const entry = id === undefined ? 'null' : (known[at]!.get(id) ?? fetched[at]!.get(id));
        if (entry === undefined) missing[at]!.add(id!);
        return `":${entry}`;
      });
      const wanted = missing.flatMap((ids, at) => (ids.size > 0 ? [{ page: pages[at]!, ids: [...ids], into: fetched[at]! }] : []));
      if (wanted.length === 0) return complete;
      await Promise.all(wanted.map(({ page, ids, into }) => this.fetch(page, ids, into)));
    }
  }

  /** Reads rows that are not known yet. The same statement says as of when they are so. */
  private async fetch(page: Page, ids: readonly string[], into: Entries): Promise<void> {
    const { table, columns } = page;
    const entry = `(select row_to_json("$r") from (select ${columns}) "$r")::text`;
    const sql = `select access_stamp()::text as stamp,
      (select coalesce(json_object_agg(it.id, ${entry}), '{}') from ${table} it where it.id = any ($1::uuid[])) as entries`;
    const { rows } = await this.ask(sql, [ids]);
    const { stamp, entries } = rows[0]!;
    this.keepUpWith(stamp);
    const kept = this.entriesOf(page);
    for (const id of ids) into.set(id, entries[id] ?? 'null');
    for (const [id, text] of Object.entries(entries)) kept.set(id, text);
    this.count += ids.length;
  }

  /** What was known as of another stamp may have changed. */
  private keepUpWith(stamp: string): void {
    if (stamp === this.asOf && this.count < MOST_ENTRIES) return;
    this.asOf = stamp;
    this.pages.clear();
    this.count = 0;
  }

  private entriesOf({ table, columns }: Page): Entries {
    const key = `${table} ${columns}`;
    const known = this.pages.get(key) ?? new Map<string, string>();
    this.pages.set(key, known);
    return known;
  }
}
