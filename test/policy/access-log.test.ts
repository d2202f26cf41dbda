import pg from 'pg';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import { House } from '../support/house.js';
import { operationsOf, schemaOf } from './askable.js';
import { tellSecrets, type SecretCase } from './secret-case.js';

/* Whatever is asked by whomever: every restricted row of the answer is in the log, and every row of the log was in the answer. */

// Each story asks everything that can be asked: minutes on a busy machine.
import.meta.jest.setTimeout(240_000);

const RESTRICTED = ['HEALTH', 'SAFETY', 'IDENTITY'];

let house: House;
let secret: SecretCase;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  secret = await tellSecrets(house);
});
afterAll(() => house.close());

/** The ids of the case's restricted rows, in every table that has any. */
async function restrictedIds(): Promise<string[]> {
  const tables = await house.behind<{ name: string }>(
    `select table_name as name from information_schema.columns natural join information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'category' and table_name not in ('trail', 'access_log')`,
  );
  const rows = await Promise.all(
    tables.map(({ name }) => house.behind<{ id: string }>(`select id from ${name} where category = any ($1)`, [RESTRICTED])),
  );
  return rows.flat().map(({ id }) => id);
}

/** Every object of an answer that is a row: it has an id. */
function rowsIn(answer: unknown): Json[] {
  if (Array.isArray(answer)) return answer.flatMap(rowsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const below = Object.values(answer).flatMap(rowsIn);
  return 'id' in answer ? [answer, ...below] : below;
}

const logOf = async (staffId: string): Promise<Json[]> => {
  await house.app.spine.accessLog.flush();
  return house.behind('select * from access_log where staff_id = $1 order by at, id', [staffId]);
};

async function asks(person: Person, document: string, variables: object): Promise<Json> {
  return person.ask(document, variables).catch(() => null);
}

it.each(['ito', 'sato', 'suzuki', 'takahashi', 'nakamura', 'kato'])(
  'what %s reads and what the log says of it are the same',
  async (login) => {
    const person = await house.person(login);
    const restricted = new Set(await restrictedIds());
    const roots: Record<string, string | undefined> = { conferenceSession: secret.ids.sessionId, task: secret.ids.taskId };
    const queries = operationsOf(await schemaOf(person)).filter(({ document }) => document.startsWith('query'));
    let returned = 0;
    for (const { name, document, variables } of queries) {
      const before = (await logOf(person.staffId)).length;
      const values = variables((id) => (id === 'id' ? (roots[name] ?? secret.caseId) : (secret.ids[id] ?? secret.caseId)));
      const answer = await asks(person, document, values);
      const logged = (await logOf(person.staffId)).slice(before);
      const seen = rowsIn(answer).flatMap(({ id }) => (restricted.has(id) ? [id] : []));
      const idsLogged = new Set(logged.map((line) => line.about_id));
      expect({ name, unlogged: seen.filter((id) => !idsLogged.has(id)) }).toEqual({ name, unlogged: [] });
      // What was printed or counted carries no ids, but what is logged of it must be restricted all the same.
      for (const line of logged) {
        expect(RESTRICTED).toContain(line.category);
        if (line.channel === 'GRAPHQL' && line.about_type !== 'TrailEntry' && line.fields.includes('id'))
          expect(seen).toContain(line.about_id);
      }
      returned += seen.length;
    }
    if (login === 'ito' || login === 'sato') expect(returned).toBeGreaterThan(0);
    if (login === 'kato') expect(await logOf(person.staffId)).toEqual([]);
  },
);

describe('the log can only grow', () => {
  it.each([
    ['changes', `update access_log set fields = '{}'`],
    ['deletes', 'delete from access_log'],
    ['empties', 'truncate access_log'],
  ])('its owner is stopped who %s it, and the product has no right to', async (_, sql) => {
    await expect(house.behind(sql)).rejects.toThrow('append-only');
    await expect(house.behind(`set role tsunagi_app; ${sql}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('a person cannot write it, nor read it past the policy of the database', async () => {
    const client = new pg.Client({ connectionString: house.databaseUrl, options: '-c role=tsunagi_app' });
    await client.connect();
    const lines = async ({ staffId }: Person) => {
      await client.query("select set_config('tsunagi.actor', $1, false)", [staffId]);
      return (await client.query('select from access_log where case_id = $1', [secret.caseId])).rowCount;
    };
    expect(await lines(await house.person('ito'))).toBe(0);
    expect(await lines(await house.person('takahashi'))).toBe(0);
    expect(await lines(secret.keyPerson)).toBeGreaterThan(0);
    await expect(
      client.query(
        `insert into access_log select gen_random_uuid(), now(), staff_id, case_id, 'Record', id, 'HEALTH', '{}', 'CSV', 'x', 'SEAT', null from record`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});

it('a log that cannot be written takes no reading with it, and what is lost is counted', async () => {
  const { accessLog } = house.app.spine;
  const ito = await house.person('ito');
  const read = () => ito.ask('query ($id: Uuid!) { case(id: $id) { records { body category } } }', { id: secret.caseId });
  await accessLog.flush();
  await house.behind('revoke insert on access_log from tsunagi_app');
  const { case: found } = await read();
  expect(found.records).toContainEqual({ body: '極秘の健康', category: 'HEALTH' });
  await accessLog.flush();
  expect(accessLog.lost).toBe(1);
  await house.behind('grant insert on access_log to tsunagi_app');
  const before = (await logOf(ito.staffId)).length;
  await read();
  expect(await logOf(ito.staffId)).toHaveLength(before + 1);
  expect(accessLog.lost).toBe(1);
});
