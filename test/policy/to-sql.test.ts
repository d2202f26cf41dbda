import fc from 'fast-check';
import pg from 'pg';
import { Ability } from '../../src/permissions/ability.js';
import type { Operators } from '../../src/permissions/rules.js';
import { written } from '../../src/database/lists.js';
import { grantsToSql, Values } from '../../src/permissions/to-sql.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { grants, ROWS } from '../support/grants.js';

/*
 * The two readings of a rule, one row at a time by CASL and all rows at once by SQL, agree on every row:
 * whatever the operators, whatever is NULL, however many grants there are.
 */

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('create table sample (id text, category text, kind text, version int)');
  for (const { id, category, kind, version } of ROWS)
    await client.query('insert into sample values ($1, $2, $3, $4)', [id, category, kind, version]);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const columnOf = (property: string) => ({ sql: `s.${property}`, type: property === 'version' ? 'int' : 'text' });

it('answers for every row what the rules answer for that row', async () => {
  await fc.assert(
    fc.asyncProperty(grants, async (given) => {
      const values = new Values();
      const { rows } = await client.query<{ id: string }>(
        `select id from sample s where ${grantsToSql(given, columnOf, values)} order by id`,
        values.list,
      );
      const ability = new Ability(given);
      const expected = ROWS.filter((row) => ability.can('read', 'Task', row)).map(({ id }) => id);
      expect(rows.map(({ id }) => id)).toEqual(expected.sort());
    }),
    { numRuns: 500 },
  );
});

it('sends a list so that the database reads what was meant, whatever is in it and whatever it is taken for', async () => {
  const lists = fc.oneof(
    fc.array(fc.uuid()),
    fc.array(fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{1,12}$/), fc.string({ unit: 'binary' }))),
  );
  // PostgreSQL keeps no NUL in a text.
  const storable = lists.map((list) => list.map((element) => element.replaceAll('\0', '')));
  await fc.assert(
    fc.asyncProperty(storable, fc.constantFrom('text', 'uuid'), async (list, type) => {
      fc.pre(type === 'text' || list.every((element) => /^[\da-f-]{36}$/.test(element)));
      const sql = `select $1::${type}[]::text[] as read`;
      const { rows } = await client.query<{ read: string[] }>(sql, [written(list, 1, sql)]);
      expect(rows[0]!.read).toEqual(list);
    }),
  );
});

it('gives nothing to someone without grants', () => {
  expect(grantsToSql([], columnOf, new Values())).toBe('false');
});

it('refuses a condition that says nothing, rather than let everything pass', () => {
  const grant = { action: 'read', subject: 'Task', conditions: { category: {} }, because: { ja: '', en: '' } } as const;
  expect(() => grantsToSql([grant], columnOf, new Values())).toThrow('The condition on category says nothing.');
});

it('refuses an operator that it does not know, rather than leave it out', () => {
  const grant = {
    action: 'read',
    subject: 'Task',
    conditions: { category: { $regex: 'A' } as Operators },
    because: { ja: '', en: '' },
  } as const;
  expect(() => grantsToSql([grant], columnOf, new Values())).toThrow('No SQL for the operator $regex.');
});
