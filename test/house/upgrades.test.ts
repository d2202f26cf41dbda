import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { MIGRATIONS } from '../../migrations/index.js';
import { migrate } from '../../src/database/migrate.js';
import { verify } from '../../src/trail/verify.js';
import { serverOfRun } from '../support/database.js';
import { reliedOn, stumblesOver } from '../support/relied-on.js';
import { addressOf, withClient } from '../support/server.js';

/* Upgrades: the schema of every version that there was, with data in it, brought to the newest; and what a migration may do while an older version serves. */

/** The first state that has cases, and so something to keep. */
const FIRST = MIGRATIONS.indexOf('003-cases.sql') + 1;
const STATES = MIGRATIONS.map((name, at) => [name, at + 1] as const).slice(FIRST - 1, -1);

const made: string[] = [];
afterAll(() =>
  withClient(serverOfRun(), async (client) => {
    for (const name of made) await client.query(`drop database if exists ${name} with (force)`);
  }),
);

async function emptyDatabase(): Promise<string> {
  const name = `tsunagi_upgrade_${randomBytes(5).toString('hex')}`;
  made.push(name);
  await withClient(serverOfRun(), (client) => client.query(`create database ${name}`));
  return addressOf(serverOfRun(), name);
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'].map(
  (digit) => `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`,
);
const [AGENCY, STAFF, HOUSEHOLD, CASE, SEAT, TERM] = IDS as [string, string, string, string, string, string];
const KEPT = ['agency', 'staff', 'household', 'support_case', 'seat', 'key_person_term', 'trail'] as const;

/** A case with its key person and two entries of the trail, as the columns were from the beginning. */
const FAMILY = `
  insert into agency (id, name, kind, opened_on, version) values ('${AGENCY}', '子ども家庭支援センター', 'MUNICIPALITY', '2026-04-01', 1);
  insert into staff (id, name, kana, version) values ('${STAFF}', '佐藤 恵', 'サトウ メグミ', 1);
  insert into household (id, version) values ('${HOUSEHOLD}', 1);
  insert into support_case (id, number, household_id, category, headline, lead_agency_id, status, opened_at, version)
    values ('${CASE}', '', '${HOUSEHOLD}', 'COORDINATION', '見出し', '${AGENCY}', 'OPEN', '2026-04-01T00:00:00Z', 1);
  insert into seat (id, case_id, category, staff_id, agency_id, profession, since, version)
    values ('${SEAT}', '${CASE}', 'COORDINATION', '${STAFF}', '${AGENCY}', 'CHILD_CASEWORKER', '2026-04-01T00:00:00Z', 1);
  insert into key_person_term (id, case_id, category, seat_id, staff_id, agency_id, since, version)
    values ('${TERM}', '${CASE}', 'COORDINATION', '${SEAT}', '${STAFF}', '${AGENCY}', '2026-04-01T00:00:00Z', 1);`;

const entry = (ordinal: number, kind: string, type: string, id: string) => ({
  at: '2026-04-01T00:00:00.000Z',
  kind,
  via: 'openCase',
  actor: STAFF,
  commandId: TERM,
  print: '00000000',
  ordinal,
  caseId: CASE,
  category: 'COORDINATION',
  type,
  id,
  to: [STAFF],
  state: {},
  data: {},
});

async function fill(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query(FAMILY);
  await client.query('select append_trail($1::jsonb)', [
    JSON.stringify([entry(0, 'case.opened', 'SupportCase', CASE), entry(1, 'key-person.began', 'KeyPersonTerm', TERM)]),
  ]);
  await client.query('commit');
}

/** From where on readings are logged. */
const LOGGED = MIGRATIONS.indexOf('008-extraordinary-access.sql') + 1;
const READING = `insert into access_log (id, at, staff_id, case_id, about_type, about_id, category, fields, channel, operation, seen_as)
  select gen_random_uuid(), at, '${STAFF}', '${CASE}', 'Record', gen_random_uuid(), 'HEALTH', '{body}', 'GRAPHQL', 'Query.case', 'SEAT'
    from unnest('{2025-12-31T15:00:00Z,2026-04-01T00:00:00Z}'::timestamptz[]) at`;
const readingsOf = async (client: pg.Client) => (await client.query('select * from access_log order by at')).rows;

const contentOf = async (client: pg.Client) => {
  const content = [];
  for (const table of KEPT) content.push((await client.query(`select to_jsonb(t) as row from ${table} t`)).rows[0].row);
  return content;
};

it.each(STATES)('a database as it was after %s keeps what it holds when it is brought up to date', async (_, applied) => {
  const url = await emptyDatabase();
  await migrate(url, MIGRATIONS.slice(0, applied));
  await withClient(url, async (client) => {
    await fill(client);
    if (applied >= LOGGED) await client.query(READING);
    const before = await contentOf(client);
    const readings = applied >= LOGGED ? await readingsOf(client) : [];
    await migrate(url);
    const after = await contentOf(client);
    for (const [at, row] of before.entries()) expect(after[at]).toMatchObject(row);
    expect(await readingsOf(client)).toMatchObject(readings);
    expect(await verify(client, [])).toMatchObject({ sound: true, entries: 2 });
  });
});

it('the trail and the log of readings keep who may read and write them when they are laid in parts', async () => {
  const url = await emptyDatabase();
  const laidInParts = MIGRATIONS.indexOf('090-parts.sql');
  await migrate(url, MIGRATIONS.slice(0, laidInParts));
  await withClient(url, async (client) => {
    const rights = async () =>
      (
        await client.query(
          `select tablename, policyname, cmd, roles, qual, with_check from pg_policies where schemaname = 'public' and tablename in ('trail', 'access_log', 'access_summary')
           union all select table_name, privilege_type, null, array[grantee::name], null, null from information_schema.role_table_grants
             where table_schema = 'public' and grantee = 'tsunagi_app' and table_name in ('trail', 'access_log', 'access_summary') order by 1, 2`,
        )
      ).rows;
    const before = await rights();
    await migrate(url, MIGRATIONS.slice(0, laidInParts + 1));
    expect(await rights()).toEqual(before);
  });
});

it('a migration that fails leaves everything as it was, and the next attempt goes on from there', async () => {
  const url = await emptyDatabase();
  const [last] = MIGRATIONS.slice(-1);
  await migrate(url, MIGRATIONS.slice(0, -1));
  await withClient(url, async (client) => {
    await fill(client);
    const before = await contentOf(client);
    // Somebody has locked the record of migrations: noting the last one, after all it did, is refused.
    await client.query(`alter table schema_migration add constraint not_yet check (name <> '${last}')`);
    const schemaOf = async () =>
      (await client.query(`select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`))
        .rows;
    const schema = await schemaOf();
    await expect(migrate(url)).rejects.toThrow(`Migration ${last} failed`);
    expect(await schemaOf()).toEqual(schema);
    expect(await contentOf(client)).toEqual(before);
    await client.query('alter table schema_migration drop constraint not_yet');
    expect(await migrate(url)).toBe(1);
  });
});

/** Before this one nothing had been released, and no older version ever served beside it. */
const FIRST_WATCHED = 90;
const MARK = /--\s*contracts: not needed since \d+/;

it('no migration takes away what the version before it relies on, unless it says since when no version does', async () => {
  const url = await emptyDatabase();
  const watched = MIGRATIONS.findIndex((name) => Number.parseInt(name, 10) >= FIRST_WATCHED);
  await withClient(url, async (client) => {
    for (const [at, name] of MIGRATIONS.entries()) {
      if (at < watched) continue;
      await migrate(url, MIGRATIONS.slice(0, at));
      const before = await reliedOn(client);
      await migrate(url, MIGRATIONS.slice(0, at + 1));
      const contracts = MARK.test(await readFile(new URL(`../../migrations/${name}`, import.meta.url), 'utf8'));
      expect({ name, stumbles: contracts ? [] : stumblesOver(before, await reliedOn(client)) }).toEqual({ name, stumbles: [] });
    }
  });
});
