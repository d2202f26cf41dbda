import { createApp } from '../../src/create-app.js';
import { readConfig } from '../../src/config.js';
import { migrate } from '../../src/database/migrate.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { Person } from '../../src/commands/scenario/person.js';
import { verify } from '../../src/trail/verify.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { House } from '../support/house.js';
import { reliedOn, stumblesOver } from '../support/relied-on.js';
import { withClient } from '../support/server.js';
import { UNHURRIED } from '../support/unhurried.js';

/* This version serves while the next one brings the schema forward beside it: it must not notice. */

const NEXT = '../test/house/next-version/expands.sql';
const WAITS = '../test/house/next-version/waits.sql';
const FAILS = '../test/house/next-version/fails.sql';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const open = (person: Person, name: string) =>
  person.do('openCase', { headline: '生活の立て直し', subject: { name: `森 ${name}`, kana: 'モリ' } }, 'id version');

/** People who open cases, look at them and refuse nothing, for as long as something else takes. */
async function workDuring<T>(something: Promise<T>): Promise<{ outcome: PromiseSettledResult<T>; opened: string[] }> {
  let isOver = false;
  const opened: string[] = [];
  const outcome = Promise.allSettled([something]).then(([settled]) => {
    isOver = true;
    return settled;
  });
  const works = async (login: string) => {
    const person = await house.person(login);
    for (let round = 0; !isOver || round < 3; round++) {
      const { id } = await open(person, `${login} ${round}`);
      const seen = await person.ask('query ($id: Uuid!) { case(id: $id) { headline seats { staffId } tasks { id } } }', { id });
      expect(seen.case.headline).toBe('生活の立て直し');
      opened.push(id);
    }
  };
  await Promise.all(['sato', 'kato', 'sato'].map(works));
  return { outcome: await outcome, opened };
}

const ready = async () =>
  (await fetch(`${house.address}/health/ready`)).json() as Promise<{ ready: boolean; parts: Record<string, { state: string }> }>;
const columnsOf = () =>
  house.behind(`select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`);
const allAreThere = async (opened: readonly string[]) => {
  const [{ count }] = (await house.behind(`select count(*)::int as count from support_case where id = any ($1::uuid[])`, [opened])) as [
    { count: number },
  ];
  expect(count).toBe(opened.length);
  await withClient(house.databaseUrl, async (client) => expect(await verify(client, [])).toMatchObject({ sound: true }));
};

it('a migration of the next version that fails leaves this one serving, and the schema as it was', async () => {
  const before = await columnsOf();
  const { outcome, opened } = await workDuring(migrate(house.databaseUrl, [...MIGRATIONS, FAILS]));
  expect(outcome).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('the last step was a mistake') } });
  expect(await columnsOf()).toEqual(before);
  await allAreThere(opened);
  expect(await ready()).toMatchObject({ ready: true, parts: { migrations: { state: 'OK' } } });
});

it('this version goes on beside the schema of the next one, and also starts on it', async () => {
  const { outcome, opened } = await workDuring(migrate(house.databaseUrl, [...MIGRATIONS, NEXT]));
  expect(outcome).toMatchObject({ status: 'fulfilled', value: 1 });
  await allAreThere(opened);
  expect(await ready()).toMatchObject({ ready: true, parts: { migrations: { state: 'OK' } } });
  const config = readConfig({ PORT: '0', DATA_DIR: house.headsDir, HEADS_DIR: house.headsDir, LOG_LEVEL: 'silent', ...UNHURRIED });
  const second = await createApp(config, house.databaseUrl);
  try {
    const sato = await Person.signIn(second.address, 'sato', DEMO_PASSWORD, 'en');
    const { id } = await open(sato, '二台目');
    await allAreThere([id]);
  } finally {
    await second.close();
  }
});

it('a migration gives way to whoever uses the table, instead of having everybody queue behind it', async () => {
  await withClient(house.databaseUrl, async (reader) => {
    await reader.query('begin; select from task');
    const migrating = migrate(house.databaseUrl, [...MIGRATIONS, WAITS]);
    const isWaiting = `select from pg_stat_activity where application_name = 'tsunagi-migrate' and wait_event_type = 'Lock' and datname = current_database()`;
    while ((await house.behind(isWaiting)).length === 0) await house.behind('select pg_stat_clear_snapshot()');
    const sato = await house.person('sato');
    const { id } = await open(sato, 'その間');
    expect((await sato.ask('query ($id: Uuid!) { case(id: $id) { tasks { id } } }', { id })).case.tasks).toEqual([]);
    await reader.query('rollback');
    expect(await migrating).toBe(1);
  });
});

describe('what a migration may not do while the version before it serves', () => {
  it.each([
    ['take a column away', 'alter table task drop column what cascade', 'column task.what: was text, is no more'],
    ['call it otherwise', 'alter table task rename column what to deed', 'column task.what'],
    ['make it of another type', 'alter table mail_letter alter column status type varchar(20)', 'column mail_letter.status'],
    [
      'demand one that the other does not fill',
      'alter table postponement add column weight int not null',
      'column postponement.weight: has to be filled',
    ],
    [
      'demand one that could be left out',
      'alter table postponement alter column answered_at set not null',
      'row of postponement without answered_at',
    ],
    ['take a right away', 'revoke insert on task from tsunagi_app', 'INSERT on task.id'],
    ['take a function away', 'drop function trail_head()', 'call of trail_head()'],
  ])('%s', async (_, sql, found) => {
    await withClient(house.databaseUrl, async (client) => {
      await client.query('begin');
      const before = await reliedOn(client);
      await client.query(sql);
      expect(stumblesOver(before, await reliedOn(client))).toEqual(expect.arrayContaining([expect.stringContaining(found)]));
      await client.query('rollback');
    });
  });

  it('add what nobody has to fill', async () => {
    await withClient(house.databaseUrl, async (client) => {
      const before = await reliedOn(client);
      await client.query(
        'begin; alter table task add column temper text; create table mood (id uuid primary key); create function mood() returns int language sql return 1',
      );
      expect(stumblesOver(before, await reliedOn(client))).toEqual([]);
      await client.query('rollback');
    });
  });
});
