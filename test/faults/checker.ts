import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Histories, Sent, Watched } from './history.js';

/*
 * Judges a run by two things alone: what clients remember, and what stands in the database, by plain SQL. It knows nothing of the product's
 * code; the tables, the chain and the files of heads are as README and docs/house.md describe them.
 */

/** What was found. Every list but the figures must be empty. */
export interface Verdict {
  readonly commands: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly left: number;
  readonly entries: number;
  readonly heads: number;
  /** Acknowledged, and not there. */
  readonly lost: string[];
  /** There more than once, or two acknowledged changes of the same version of a row. */
  readonly doubled: string[];
  /** Pointers that a watcher never got, and final views that differ from what is there. */
  readonly missed: string[];
  /** Not acknowledged, and there in part; refused, and there all the same. */
  readonly half: string[];
  /** Instants with no key person, or with two. */
  readonly keyPersons: string[];
  /** Rows whose versions the trail does not account for. */
  readonly versions: string[];
  /** What is wrong with the chain, its numbers, its instants, and the published heads. */
  readonly trail: string[];
}

interface Entry {
  readonly seq: number;
  readonly body: string;
  readonly prev: Buffer;
  readonly hash: Buffer;
}

/** What an entry says, as far as it is looked at here. */
interface Told {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly commandId: string;
  readonly ordinal: number;
  readonly caseId: string | null;
  readonly type: string;
  readonly id: string;
}

/** Rows that count their versions, one entry for each. */
const COUNTED = {
  Task: 'task',
  Seat: 'seat',
  KeyPersonTerm: 'key_person_term',
  KeyPersonHandover: 'key_person_handover',
  Record: 'record',
  SupportCase: 'support_case',
  ConferenceSession: 'conference_session',
  Invitation: 'invitation',
} as const;
/** How far the instants of entries may lie outside the run by the clock of the database's machine. */
const GRACE_MS = 2_000;

/** Looks at everything. The database must be at rest. */
export async function judge(client: pg.Client, histories: Histories): Promise<Verdict> {
  const { rows: entries } = await client.query<Entry>('select seq::float8 as seq, body, prev, hash from trail order by seq');
  const told = entries.map(({ body }) => JSON.parse(body) as Told);
  const { sent, watched } = histories;
  const count = (outcome: Sent['outcome']) => sent.filter((one) => one.outcome === outcome).length;
  const commands = await judgeCommands(client, sent, told);
  const heads = await headsIn(histories.headsDirs);
  return {
    commands: sent.length,
    acknowledged: count('DONE'),
    refused: count('REFUSED'),
    left: count('LEFT'),
    entries: entries.length,
    heads: heads.length,
    ...commands,
    doubled: [...commands.doubled, ...overwritten(sent)],
    missed: await judgeWatchers(client, watched, told),
    keyPersons: await judgeKeyPersons(client),
    versions: await judgeVersions(client, told),
    trail: [...judgeChain(entries, told), ...judgeInstants(told, histories), ...judgeHeads(entries, heads)],
  };
}

type Judged = Pick<Verdict, 'lost' | 'doubled' | 'half'>;

/** Each command by its entry, its row, and the mark in its text: all there exactly once, or none of them. */
async function judgeCommands(client: pg.Client, sent: readonly Sent[], told: readonly Told[]): Promise<Judged> {
  const { rows: texts } = await client.query<{ text: string }>(
    'select body as text from record union all select what from task union all select body from note',
  );
  const marks = Map.groupBy(texts, ({ text }) => text);
  const first = Map.groupBy(
    told.filter(({ ordinal }) => ordinal === 0),
    ({ commandId }) => commandId,
  );
  const judged: Judged = { lost: [], doubled: [], half: [] };
  for (const one of sent) {
    const entries = first.get(one.commandId) ?? [];
    const written = one.mark === null ? entries.length : (marks.get(one.mark)?.length ?? 0);
    judgeCommand(one, entries, written, judged);
  }
  return judged;
}

function judgeCommand(one: Sent, entries: readonly Told[], written: number, { lost, doubled, half }: Judged): void {
  const name = `${one.verb} ${one.commandId}: ${one.outcome} after ${one.attempts} attempts, ${entries.length} entries, ${written} texts`;
  const times = Math.max(entries.length, written);
  if (times > 1) doubled.push(name);
  else if (one.outcome === 'DONE' && times === 0) lost.push(name);
  else if (entries.length !== written || (one.outcome === 'REFUSED' && times > 0)) half.push(name);
  else if (one.outcome === 'DONE' && one.row && entries[0]!.id !== one.row.id) half.push(`${name}, about another row`);
}

/** Two changes of the same version of a row, both acknowledged: one wrote over the other. */
function overwritten(sent: readonly Sent[]): string[] {
  const done = sent.filter(({ outcome, on }) => outcome === 'DONE' && on);
  return [...Map.groupBy(done, ({ on }) => `${on!.id} at version ${on!.version}`)]
    .filter(([, changes]) => changes.length > 1)
    .map(([name, changes]) => `${name} was changed by ${changes.map(({ verb }) => verb).join(' and ')}`);
}

/** Each watcher was pointed to every entry of their case since they began, and shows what is there. */
async function judgeWatchers(client: pg.Client, watched: readonly Watched[], told: readonly Told[]): Promise<string[]> {
  const missed: string[] = [];
  for (const { who, caseId, from, pointed, keyPersonId, tasks } of watched) {
    const had = new Set(pointed);
    const lacking = told.filter((entry) => entry.caseId === caseId && entry.seq > from && !had.has(entry.seq));
    missed.push(...lacking.map(({ seq, at, kind }) => `${who} was not pointed to entry ${seq}, ${kind} at ${at}`));
    const { rows: present } = await client.query<{ id: string; view: string }>(
      `select id, version || ' ' || status || ' ' || coalesce(staff_id::text, 'null') as view from task where case_id = $1`,
      [caseId],
    );
    const { rows: terms } = await client.query<{ staffId: string }>(
      'select staff_id as "staffId" from key_person_term where case_id = $1 and until is null',
      [caseId],
    );
    const stale = present
      .filter(({ id, view }) => tasks[id] !== view)
      .map(({ id, view }) => `${who} shows task ${id} as ${tasks[id]}, and it is ${view}`);
    missed.push(...stale, ...(terms[0]?.staffId === keyPersonId ? [] : [`${who} shows another key person of ${caseId}`]));
  }
  return missed;
}

/** Terms of each case follow each other without a gap and without overlap, from its opening on, and one is open. */
async function judgeKeyPersons(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ problem: string }>(`
    with term as (
      select case_id, since, until, lead(since) over (partition by case_id order by since) as next,
             lag(until) over (partition by case_id order by since) as before, row_number() over (partition by case_id order by since) as at
        from key_person_term)
    select 'case ' || case_id || ': a term ends at ' || until || ', the next begins at ' || next as problem from term where next is not null and until is distinct from next
    union all select 'case ' || c.id || ': ' || count(t) filter (where t.until is null) || ' open terms' from support_case c left join key_person_term t on t.case_id = c.id
      where c.status = 'OPEN' group by c.id having count(t) filter (where t.until is null) <> 1
    union all select 'case ' || c.id || ' began without a key person' from support_case c join term t on t.case_id = c.id and t.at = 1 where t.since > c.opened_at`);
  return rows.map(({ problem }) => problem);
}

/** A row at version n was changed n times, and each left an entry. */
async function judgeVersions(client: pg.Client, told: readonly Told[]): Promise<string[]> {
  const entries = Map.groupBy(told, ({ id }) => id);
  const wrong: string[] = [];
  for (const [type, table] of Object.entries(COUNTED)) {
    const { rows } = await client.query<{ id: string; version: number }>(`select id, version from ${table}`);
    for (const { id, version } of rows) {
      const steps = entries.get(id)?.filter((entry) => entry.type === type).length ?? 0;
      if (steps !== version) wrong.push(`${type} ${id} is at version ${version}, with ${steps} entries`);
    }
  }
  return wrong;
}

const sha256 = (...parts: (Buffer | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Numbers without a gap; each hash is of the one before and the very text. */
function judgeChain(entries: readonly Entry[], told: readonly Told[]): string[] {
  const wrong: string[] = [];
  let last = sha256('tsunagi');
  for (const [at, { seq, body, prev, hash }] of entries.entries()) {
    if (seq !== at + 1 || told[at]!.seq !== seq) wrong.push(`entry ${at + 1} carries the number ${seq}`);
    if (!prev.equals(last) || !sha256(prev, body).equals(hash)) wrong.push(`entry ${seq} does not verify`);
    last = hash;
  }
  return wrong;
}

/** However wrong the clocks of the nodes are, entries carry the time of the database. */
function judgeInstants(told: readonly Told[], { began, ended }: Histories): string[] {
  const [from, to] = [Date.parse(began) - GRACE_MS, Date.parse(ended) + GRACE_MS];
  return told.filter(({ at }) => Date.parse(at) < from || Date.parse(at) > to).map(({ seq, at }) => `entry ${seq} says it was ${at}`);
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

async function headsIn(dirs: readonly string[]): Promise<Head[]> {
  const heads: Head[] = [];
  for (const dir of dirs) {
    for (const file of (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.heads'))) {
      const lines = (await readFile(join(dir, file), 'utf8')).split('\n').filter(Boolean);
      heads.push(...lines.map((line) => line.split(' ')).map(([seq, hash]) => ({ seq: Number(seq), hash: hash! })));
    }
  }
  return heads;
}

/** What was published is in the trail, where it was. */
function judgeHeads(entries: readonly Entry[], heads: readonly Head[]): string[] {
  const wrong = heads
    .filter(({ seq, hash }) => entries[seq - 1]?.hash.toString('hex') !== hash)
    .map(({ seq }) => `the published head ${seq} is not in the trail`);
  return heads.length > 0 ? wrong : ['no head was published'];
}
