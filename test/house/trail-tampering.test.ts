import pg from 'pg';
import { headsInMinutes, type Head } from '../../src/trail/heads.js';
import { verify, type Finding } from '../../src/trail/verify.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

/*
 * What a superuser of the database can do to the trail behind the product, once every trigger and constraint is gone.
 * The chain is that of the demonstration's people: some forty entries.
 */

let database: TestDatabase;
let superuser: pg.Client;
beforeEach(async () => {
  database = await cloneDatabase();
  superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
});
afterEach(async () => {
  await superuser.end();
  await database.drop();
});

const heads = async (): Promise<Head[]> =>
  (await superuser.query<Head>(`select seq::int, encode(hash, 'hex') as hash from trail order by seq`)).rows;
const length = async () => (await heads()).length;
const without =
  (...seqs: number[]) =>
  async () =>
    (await heads()).filter(({ seq }) => seqs.includes(seq));

/** Gives every entry from `seq` on a valid hash again. */
const sealAnew = (seq: number) => `
  do $$ declare entry record; before bytea;
  begin
    select hash into before from trail where seq = ${seq - 1};
    for entry in select seq, body from trail where seq >= ${seq} order by seq loop
      update trail set prev = before, hash = sha256(before || convert_to(body, 'UTF8')) where seq = entry.seq returning hash into before;
    end loop;
  end $$;`;

const edit = (seq: number) => `update trail set body = replace(body, '"state"', '"State"') where seq = ${seq};`;
const sealAlone = (seq: number) => `update trail set hash = sha256(prev || convert_to(body, 'UTF8')) where seq = ${seq};`;
const remove = (seq: number) => `delete from trail where seq = ${seq};`;
const closeRanks = (seq: number) => `update trail set seq = seq - 1 where seq > ${seq};`;
const renumberTexts = `update trail set body = (body::jsonb || jsonb_build_object('seq', seq))::text where (body::jsonb ->> 'seq')::int <> seq;`;
const insertAfter = (seq: number) => `
  update trail set seq = seq + 1 where seq > ${seq};
  insert into trail (seq, body, prev, hash)
    select ${seq + 1}, sealed, hash, sha256(hash || convert_to(sealed, 'UTF8'))
      from trail, lateral (select (body::jsonb || '{"seq": ${seq + 1}}')::text as sealed) s where seq = ${seq};`;
const standTwice = (seq: number) => `
  insert into trail (seq, body, prev, hash) select seq, replace(body, '"to"', '"To"'), prev, sha256(prev || convert_to(replace(body, '"to"', '"To"'), 'UTF8')) from trail where seq = ${seq};`;
const swap = (one: number, other: number) => `update trail set seq = ${one} + ${other} - seq where seq in (${one}, ${other});`;
const disarm = () =>
  superuser.query(`alter table trail disable trigger all, drop constraint trail_pkey, drop constraint trail_seq_is_sealed,
    drop constraint trail_hash_is_of_body`);

async function tamper(sql: string, published: () => Promise<Head[]> = async () => []): Promise<Finding> {
  const known = await published();
  await disarm();
  await superuser.query(sql);
  return verify(superuser, known);
}

it('an untouched trail is sound, and meets every head that was published', async () => {
  const all = await heads();
  expect(await verify(superuser, all)).toEqual({ sound: true, entries: all.length, head: all.at(-1), compared: all.length });
});

it('a database without a trail has nothing to answer for, unless a head of it was published', async () => {
  await superuser.query('drop table trail cascade');
  expect(await verify(superuser, [])).toEqual({ sound: true, entries: 0, head: null, compared: 0 });
  expect(await verify(superuser, [{ seq: 3, hash: '0'.repeat(64) }])).toMatchObject({ sound: false, seq: 1, fault: 'CUT_OFF' });
});

describe('the chain itself names the entry', () => {
  it.each([
    ['whose text was edited', edit(9), { seq: 9, fault: 'EDITED' }],
    ['that was edited and sealed anew by itself', edit(9) + sealAlone(9), { seq: 9, fault: 'REWRITTEN' }],
    [
      'whose text was emptied',
      `alter table trail alter body drop not null; update trail set body = null where seq = 9`,
      { seq: 9, fault: 'EDITED' },
    ],
    ['that was deleted', remove(9), { seq: 9, fault: 'MISSING' }],
    ['that was deleted first of all', remove(1), { seq: 1, fault: 'MISSING' }],
    ['from which the numbers were closed up after a deletion', remove(9) + closeRanks(9), { seq: 9, fault: 'MISNUMBERED' }],
    ['that was inserted between two others', insertAfter(9), { seq: 10, fault: 'FORKED' }],
    ['that stands twice under one number', standTwice(9), { seq: 9, fault: 'FORKED' }],
    [
      'that was put before the first',
      `insert into trail (seq, body, prev, hash) select 0, body, prev, hash from trail where seq = 1`,
      { seq: 0, fault: 'FORKED' },
    ],
    ['that was swapped with the next', swap(9, 10), { seq: 9, fault: 'MISNUMBERED' }],
    [
      'whose number was moved in its text only',
      `update trail set body = replace(body, '"seq": 9', '"seq": 90') where seq = 9;` + sealAnew(9),
      { seq: 9, fault: 'MISNUMBERED' },
    ],
  ])('%s', async (_, sql, found) => {
    expect(await tamper(sql)).toMatchObject({ sound: false, ...found });
  });
});

it('a column that no longer says what was sealed is found, whichever of the generated ones it is', async () => {
  const lies: Record<string, string> = {
    about_id: 'gen_random_uuid()',
    about_type: `'Task'`,
    actor: `'system:other'`,
    actor_id: 'gen_random_uuid()',
    addressed_to: `'["x"]'`,
    at: `at - interval '1 day'`,
    case_id: 'gen_random_uuid()',
    category: `'HEALTH'`,
    command_id: 'gen_random_uuid()',
    confined_to: 'gen_random_uuid()',
    data: `'{"extra": 1}'`,
    kind: `'task.done'`,
    note_id: 'gen_random_uuid()',
    ordinal: '7',
    series_id: 'gen_random_uuid()',
    session_id: 'gen_random_uuid()',
    state: `'{"staffId": null}'`,
  };
  const { rows } = await superuser.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'trail'::regclass and attgenerated = 's' order by attname`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(lies));
  await disarm();
  await superuser.query('create table kept as table trail');
  for (const [name, lie] of Object.entries(lies)) {
    const told = `alter table trail alter ${name} drop expression; update trail set ${name} = ${lie} where seq = 9`;
    await superuser.query(told);
    expect({ name, ...(await verify(superuser, [])) }).toMatchObject({ name, sound: false, seq: 9, fault: 'INDEX_DIFFERS' });
    await superuser.query(`update trail set ${name} = kept.${name} from kept where kept.seq = trail.seq and kept.seq = 9`);
  }
  expect(await verify(superuser, [])).toMatchObject({ sound: true });
});

describe('what the chain alone cannot show, a published head does', () => {
  it('the end cut off', async () => {
    const entries = await length();
    const cut = `delete from trail where seq > ${entries - 3}`;
    expect(await tamper(cut, without(entries))).toMatchObject({ sound: false, seq: entries - 2, fault: 'CUT_OFF' });
  });

  it('the end cut off and grown again', async () => {
    const entries = await length();
    const regrown = `delete from trail where seq > ${entries - 3}; ${insertAfter(entries - 3)} ${insertAfter(entries - 2)} ${insertAfter(entries - 1)}`;
    expect(await tamper(regrown, without(entries - 1))).toMatchObject({ sound: false, seq: entries - 1, fault: 'REWRITTEN' });
  });

  it('everything from an entry on rewritten with valid hashes: the first head after it', async () => {
    expect(await tamper(edit(9) + sealAnew(9), without(5, 12, 20))).toMatchObject({ sound: false, seq: 12, fault: 'REWRITTEN' });
    expect(await verify(superuser, [])).toMatchObject({ sound: true });
  });

  it('a deletion with every number and hash put right', async () => {
    const perfect = remove(9) + closeRanks(9) + renumberTexts + sealAnew(9);
    expect(await tamper(perfect, without(9))).toMatchObject({ sound: false, seq: 9, fault: 'REWRITTEN' });
    expect(await verify(superuser, [])).toMatchObject({ sound: true });
  });

  it('two heads of one number that contradict each other', async () => {
    const [head] = await without(9)();
    expect(await verify(superuser, [head!, { seq: 9, hash: '0'.repeat(64) }])).toMatchObject({ seq: 9, fault: 'REWRITTEN' });
  });

  it('a head that the minutes of a session carry', async () => {
    await superuser.query('set session_replication_role = replica');
    await superuser.query(
      `insert into minutes (id, case_id, category, session_id, agency_id, staff_id, head_seq, head_hash, drafted_at, version)
         select gen_random_uuid(), gen_random_uuid(), 'COORDINATION', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), seq, encode(hash, 'hex'), now(), 1
           from trail where seq = 12`,
    );
    const found = await tamper(remove(9) + closeRanks(9) + renumberTexts + sealAnew(9), () => headsInMinutes(superuser));
    expect(found).toMatchObject({ sound: false, seq: 12, fault: 'REWRITTEN' });
  });
});
