import pg from 'pg';
import type { Person } from '../../src/commands/scenario/person.js';
import { consentTo } from '../support/consent.js';
import { House } from '../support/house.js';

/* Row-level security by itself, with none of the product's own rules in the query: forgetting them does not leak. */

let house: House;
let sato: Person, watanabe: Person, nakamura: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  [sato, watanabe, nakamura] = (await Promise.all(['sato', 'watanabe', 'nakamura'].map((login) => house.person(login)))) as [
    Person,
    Person,
    Person,
  ];
  ({ id: caseId } = await sato.do('openCase', {
    headline: '見出し',
    subject: { name: '林 葉子', kana: 'はやし ようこ', bornOn: '1988-01-01' },
  }));
  await consentTo(sato, caseId);
  await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
  await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '記録' });
});
afterAll(() => house.close());

/** The rows that the application's role reads of a table on behalf of someone, asking for all of them. */
async function everything(table: string, actor: string): Promise<number> {
  const client = new pg.Client({ connectionString: house.databaseUrl, options: '-c role=tsunagi_app' });
  await client.connect();
  try {
    await client.query("select set_config('tsunagi.actor', $1, false)", [actor]);
    return (await client.query(`select from ${table}`)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const scoped = async () =>
  (
    await house.behind<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity order by 1`,
    )
  ).map(({ name }) => name);

it('covers every table that names a case or a household', async () => {
  const tables = await house.behind<{ name: string }>(
    `select distinct table_name as name from information_schema.columns natural join information_schema.tables where table_type = 'BASE TABLE' and table_schema = 'public' and column_name in ('case_id', 'household_id') order by 1`,
  );
  expect(await scoped()).toEqual(expect.arrayContaining(tables.map(({ name }) => name)));
  const views = await house.behind(
    `select reloptions as options from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`,
  );
  for (const { options } of views) expect(options).toContain('security_invoker=true');
});

it('shows nothing of the case to someone who is not on it, nor to nobody', async () => {
  const kato = await house.person('kato');
  for (const table of await scoped()) {
    const own = table.startsWith('trail') ? (await house.behind(`select from ${table} where actor = $1`, [kato.staffId])).length : 0;
    expect({ table, rows: await everything(table, kato.staffId) }).toEqual({ table, rows: own });
    expect({ table, rows: await everything(table, '') }).toEqual({ table, rows: 0 });
    expect({ table, rows: await everything(table, "' or true --") }).toEqual({ table, rows: 0 });
  }
});

it('shows the case to those on it and to the managers of its agencies, until the seat ends', async () => {
  expect(await everything('record', sato.staffId)).toBe(1);
  expect(await everything('record', watanabe.staffId)).toBe(1);
  expect(await everything('record', nakamura.staffId)).toBe(1);
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', { id: caseId });
  const seat = found.seats.find(({ staffId }: { staffId: string }) => staffId === watanabe.staffId);
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' });
  expect(await everything('record', watanabe.staffId)).toBe(0);
});

describe('the glass', () => {
  const number = async () => (await sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: caseId })).case.number;
  const insert = (kind: string, staffId: string) =>
    `insert into extraordinary_access select gen_random_uuid(), c.id, 'COORDINATION', '${kind}', '${staffId}', c.lead_agency_id, '{LIFE}', gen_random_uuid(),
      now(), now() + interval '1 hour', null, 'PENDING', current_date, null, null, null, 1 from (select '${caseId}'::uuid as id, (select id from agency limit 1) as lead_agency_id) c`;

  it('shows the case to whoever broke it, while that lasts', async () => {
    const kato = await house.person('kato');
    await kato.do('breakGlass', { caseNumber: await number(), categories: ['LIFE'], reason: '緊急の訪問', minutes: 5 });
    expect(await everything('record', kato.staffId)).toBe(1);
    await house.wait(5);
    expect(await everything('record', kato.staffId)).toBe(0);
    await house.travel(0);
  });

  it('is not broken past the rules: for others, as a manager of other cases, or from outside', async () => {
    const [takahashi, matsumoto] = [await house.person('takahashi'), await house.person('matsumoto')];
    const attempts: [Person, string][] = [
      [takahashi, insert('BREAK_GLASS', matsumoto.staffId)],
      [takahashi, insert('OVERSIGHT', takahashi.staffId)],
      [watanabe, insert('BREAK_GLASS', watanabe.staffId)],
      [await house.person('yamada'), insert('BREAK_GLASS', (await house.person('yamada')).staffId)],
    ];
    for (const [person, sql] of attempts)
      await expect(
        house.behind(`set role tsunagi_app; select set_config('tsunagi.actor', '${person.staffId}', false); ${sql}`),
      ).rejects.toMatchObject({ code: '42501' });
  });
});

it('belongs to a role that owns nothing, deletes nothing and does not touch the trail', async () => {
  expect(await house.behind(`select tableowner from pg_tables where tableowner = 'tsunagi_app'`)).toEqual([]);
  expect(
    await house.behind(
      `select table_name, privilege_type from information_schema.role_table_grants where grantee = 'tsunagi_app' and privilege_type not in ('SELECT', 'INSERT', 'UPDATE')`,
    ),
  ).toEqual([]);
  expect(
    await house.behind(
      `select privilege_type from information_schema.role_table_grants where grantee = 'tsunagi_app' and table_name = 'trail'`,
    ),
  ).toEqual([{ privilege_type: 'SELECT' }]);
});

it('has every function that sees more than whoever calls it look for its tables in one place', async () => {
  expect(
    await house.behind(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not coalesce(proconfig @> '{search_path=public}', false)`,
    ),
  ).toEqual([]);
});
