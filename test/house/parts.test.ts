import { randomUUID } from 'node:crypto';
import { rowsOf } from '../../src/commands/restore-drill/rows.js';
import { verify } from '../../src/trail/verify.js';
import { House, refusalOf } from '../support/house.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { withClient } from '../support/server.js';

/* The trail and the log of readings lie in parts: what holds of each of them holds across their ends. */

const A_PART = 20;

let house: House;
let sato: Person;
beforeAll(async () => {
  house = await House.open();
  sato = await house.person('sato');
  // Parts of five million would never end here: the first is made to end soon, and the next ones are small.
  await house.behind(`alter table trail detach partition parts.trail_from_0`);
  const [{ end }] = (await house.behind(`select max(seq)::int + 5 as end from parts.trail_from_0`)) as [{ end: number }];
  await house.behind(`alter table trail attach partition parts.trail_from_0 for values from (minvalue) to (${end})`);
  await house.behind(`create or replace function entries_a_part() returns bigint language sql immutable as 'select ${A_PART}::bigint'`);
});
afterAll(() => house.close());

const open = (person: Person, family: string, commandId?: string) =>
  person.do('openCase', { headline: '生活の立て直し', subject: { name: `森 ${family}`, kana: 'モリ' } }, 'id version', commandId);
const partsOf = async (whole: string) =>
  (
    await house.behind<{ part: string }>(
      `select inhrelid::regclass::text as part from pg_inherits where inhparent = $1::regclass order by 1`,
      [whole],
    )
  ).map(({ part }) => part);
const filled = () =>
  house.behind<{ part: string; entries: number }>(
    `select tableoid::regclass::text as part, count(*)::int as entries from trail group by tableoid order by min(seq)`,
  );

describe('the trail, by its numbers', () => {
  it('goes on over the ends of its parts without a gap, and each next one is there before it is needed', async () => {
    const first = randomUUID();
    const opened = await open(sato, 'さくら', first);
    for (let family = 0; (await filled()).length < 4; family++) {
      await open(sato, `${family}`);
      const [room] = (await house.behind(
        `select (select max(ending::bigint) from ends_of_parts('trail') ending) - max(seq) as left from trail`,
      )) as [{ left: string }];
      expect(Number(room.left)).toBeGreaterThan(0);
    }
    expect((await filled()).slice(1, -1).map(({ entries }) => entries)).toEqual(expect.arrayContaining([A_PART]));
    const [{ seq, entries }] = (await house.behind('select max(seq)::int as seq, count(*)::int as entries from trail')) as [
      Record<string, number>,
    ];
    expect(entries).toBe(seq);
    await withClient(house.databaseUrl, async (client) => expect(await verify(client, [])).toMatchObject({ sound: true, entries }));
    await house.app.spine.tail.reached(seq!);

    // A command from a part that was left long ago is still the same command.
    expect(await open(sato, 'さくら', first)).toEqual(opened);
    expect(await refusalOf(open(sato, '別人', first))).toMatchObject({ code: 'CONFLICT' });
    expect(await house.behind('select max(seq)::int as seq from trail')).toEqual([{ seq }]);
  });

  it('one command, sent many times at once beside others, is carried out once', async () => {
    const commandId = randomUUID();
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => open(sato, 'あおい', commandId)),
      ...Array.from({ length: 6 }, (_, at) => open(sato, `となり${at}`)),
    ]);
    expect(new Set(answers.slice(0, 6).map(({ id }) => id)).size).toBe(1);
    expect(
      await house.behind(`select count(*)::int as times from trail where command_id = $1 and kind = 'case.opened'`, [commandId]),
    ).toEqual([{ times: 1 }]);
    await withClient(house.databaseUrl, async (client) => expect(await verify(client, [])).toMatchObject({ sound: true }));
  });

  it('an entry by hand may neither fork the chain nor leave a gap, whichever part it would fall in', async () => {
    const after = (prev: string, seq: string) =>
      house.behind(`insert into trail (seq, body, prev, hash)
        select ${seq}, sealed, ${prev}, sha256(${prev} || convert_to(sealed, 'UTF8'))
          from (select * from trail order by seq desc limit 1) last, lateral (select (body::jsonb || jsonb_build_object('seq', ${seq}))::text as sealed) s`);
    await expect(after('prev', 'seq + 1')).rejects.toMatchObject({ constraint: 'trail_follows' });
    await expect(after('hash', 'seq + 2')).rejects.toMatchObject({ constraint: 'trail_follows' });
    await expect(after(`(select hash from trail where seq = 7)`, 'seq + 1')).rejects.toMatchObject({ constraint: 'trail_follows' });
    await expect(after('hash', 'seq')).rejects.toMatchObject({ constraint: 'trail_follows' });
  });
});

describe('the log of readings, by months', () => {
  const LINE = `insert into access_log (id, at, staff_id, case_id, about_type, about_id, category, fields, channel, operation, seen_as)
    values (gen_random_uuid(), $1, gen_random_uuid(), null, 'Record', gen_random_uuid(), 'HEALTH', '{}', 'GRAPHQL', 'Query.case', 'SEAT')`;
  const where = async (at: string) => {
    const [line] = await house.behind<{ part: string }>('select tableoid::regclass::text as part from access_log where at = $1', [at]);
    return line?.part;
  };
  const month = async (ahead: number) =>
    (
      await house.behind<{ part: string; at: string }>(
        `select 'parts.access_log_' || to_char(day, 'YYYY_MM') as part, to_char(day, 'YYYY-MM-DD"T12:00:00+09:00"') as at
           from (select date_trunc('month', tsunagi_now() at time zone 'Asia/Tokyo') + make_interval(months => $1) as day) m`,
        [ahead],
      )
    )[0]!;

  it('has room for the next two months, and makes more as time goes on', async () => {
    const [next, second, third] = [await month(1), await month(2), await month(3)];
    for (const { part, at } of [next, second]) {
      await house.behind(LINE, [at]);
      expect(await where(at)).toBe(part);
    }
    await house.behind(LINE, [third.at]);
    expect(await where(third.at)).toBe('parts.access_log_apart');
    await house.travel(62);
    await house.behind('select make_room_in_access_log()');
    const [later, latest] = [await month(1), await month(2)];
    // What lies apart stays there: its month is not made over it.
    expect(await partsOf('access_log')).toEqual(expect.not.arrayContaining([third.part]));
    for (const { part, at } of [later, latest].filter((one) => one.part !== third.part)) {
      await house.behind(LINE, [at]);
      expect(await where(at)).toBe(part);
    }
    await house.travel(0);
  });
});

it('what nobody may do to the whole, nobody may do to a part', async () => {
  for (const whole of ['trail', 'access_log'])
    for (const part of await partsOf(whole)) {
      for (const sql of [`select from ${part}`, `insert into ${part} select * from ${part}`, `truncate ${part}`])
        await expect(house.behind(`set role tsunagi_app; ${sql}`)).rejects.toMatchObject({ code: '42501' });
      await expect(house.behind(`truncate ${part}`)).rejects.toThrow('append-only');
    }
  const [first, last] = [(await filled())[0]!.part, (await filled()).at(-1)!.part];
  for (const part of [first, last])
    for (const sql of [
      `update ${part} set body = body`,
      `delete from ${part}`,
      'update trail_command set seq = 1',
      'delete from trail_command',
      'truncate trail_command',
    ])
      await expect(house.behind(sql)).rejects.toThrow('append-only');
  await expect(house.behind(`set role tsunagi_app; insert into trail_command values ('x', gen_random_uuid(), 1)`)).rejects.toMatchObject({
    code: '42501',
  });
});

it('the drill counts the rows of the whole, not of its parts', async () => {
  const rows = await withClient(house.databaseUrl, async (client) => (await rowsOf(client)).rows);
  const [{ entries }] = (await house.behind('select count(*)::int as entries from trail')) as [{ entries: number }];
  expect(rows.get('trail')).toBe(entries);
  expect([...rows.keys()].filter((name) => name.startsWith('trail_'))).toEqual(['trail_command']);
});
