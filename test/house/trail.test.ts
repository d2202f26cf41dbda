import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Spine } from '../../src/spine.js';
import { refuseWords } from '../../src/trail/entry.js';
import { HeadBook } from '../../src/trail/heads.js';
import { House } from '../support/house.js';

let house: House;
let spine: Spine;
beforeAll(async () => {
  house = await House.open();
  spine = house.app.spine;
  const sato = await house.person('sato');
  await sato.do('openCase', { headline: '生活の立て直し', subject: { name: '森 さくら', kana: 'モリ サクラ' } });
});
afterAll(() => house.close());

const SETUP = { kind: 'system', name: 'system:setup' } as const;

/** What `npm run trail:verify` answers about this house, and how it ends. */
const verified = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((answer) => {
    const command = fileURLToPath(new URL('../../dist/src/commands/trail-verify.js', import.meta.url));
    const env = { PATH: '/usr/bin:/bin', DATABASE_URL: house.databaseUrl, HEADS_DIR: house.headsDir };
    execFile(process.execPath, [command, ...args], { env }, (fault, out, err) => answer({ code: Number(fault?.code ?? 0), out, err }));
  });

describe('the trail can only grow', () => {
  it.each([
    ['change entries of', `update trail set body = body where seq = 1`],
    ['delete entries of', `delete from trail where seq = 1`],
    ['empty', `truncate trail`],
    ['write by hand into', `insert into trail (seq, body, prev, hash) values (99, '{}', '', '')`],
  ])('the product itself has no right to %s the trail', async (_, sql) => {
    await expect(house.behind(`set role tsunagi_app; ${sql}`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['changes', `update trail set body = body where seq = 1`],
    ['deletes', `delete from trail where seq = 1`],
    ['empties', `truncate trail`],
  ])('its owner is stopped who %s it', async (_, sql) => {
    await expect(house.behind(sql)).rejects.toThrow('append-only');
  });

  it('an entry by hand must carry the right number and the right hash, and follow the one before', async () => {
    const copy = (body: string, prev: string) =>
      house.behind(`insert into trail (seq, body, prev, hash) select seq + 1, ${body}, ${prev}, sha256(${prev} || convert_to(${body}, 'UTF8'))
        from trail order by seq desc limit 1`);
    await expect(copy('body', 'hash')).rejects.toMatchObject({ constraint: 'trail_seq_is_sealed' });
    const next = `(body::jsonb || jsonb_build_object('seq', seq + 1))::text`;
    await expect(copy(next, 'prev')).rejects.toMatchObject({ constraint: 'trail_follows' });
    await expect(
      house.behind(`insert into trail (seq, body, prev, hash) select seq + 1, ${next}, hash, hash from trail order by seq desc limit 1`),
    ).rejects.toMatchObject({ constraint: 'trail_hash_is_of_body' });
  });
});

describe('nothing goes unrecorded, and no words go in', () => {
  it('a verb that records nothing is a fault of ours, and changes nothing', async () => {
    const [before] = await house.behind('select count(*)::int from staff');
    const silent = spine.act.run(
      SETUP,
      crypto.randomUUID(),
      async function addQuietly(work) {
        const { Staff } = await import('../../src/modules/people/staff.entity.js');
        return work.insert(Staff, { name: '無名', kana: 'ムメイ', isService: false });
      },
      null,
    );
    await expect(silent).rejects.toThrow('without recording it');
    expect(await house.behind('select count(*)::int from staff')).toEqual([before]);
  });

  it('identifiers, codes, dates, instants and numbers are facts', () => {
    const fact = fc.oneof(
      fc.uuid(),
      fc.constantFrom('IN_PROGRESS', 'task.reassigned', 'system:setup'),
      fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2200-01-01') }).map((date) => date.toISOString()),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fact, fc.array(fact))), (facts) => refuseWords(facts)));
  });

  it('anything with a space, or a letter that is not Latin, is words', () => {
    const words = fc.tuple(fc.string(), fc.constantFrom(' ', 'さくら', '森', 'é', '\n', '、'), fc.string()).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, fc.boolean(), (text, inList) => {
        expect(() => refuseWords({ reason: inList ? ['OK', text] : text })).toThrow('Words do not belong in the trail');
      }),
    );
  });
});

describe('npm run trail:verify', () => {
  it('says in both languages that the trail is sound, beside the running product', async () => {
    const { code, out } = await verified();
    const [{ entries }] = (await house.behind('select count(*)::int as entries from trail')) as [{ entries: number }];
    expect(code).toBe(0);
    expect(out).toContain(`正常：${entries} 件の記録に欠落・改変はありません`);
    expect(out).toContain(`SOUND: all ${entries} entries are in order and unedited, and they meet`);
    expect(JSON.parse((await verified('--json')).out)).toMatchObject({ sound: true, entries, head: { seq: entries } });
  });

  it('meets the heads that the running product published', async () => {
    const [head] = await house.behind(`select seq::int, encode(hash, 'hex') as hash from trail order by seq desc limit 1`);
    await spine.tail.reached(head.seq);
    expect(await new HeadBook(house.headsDir).read()).toContainEqual(head);
    expect(JSON.parse((await verified('--json')).out).compared).toBeGreaterThan(0);
  });

  it('names the entry that its superuser edited, and ends with 1', async () => {
    await house.behind(`set session_replication_role = replica; alter table trail drop constraint trail_hash_is_of_body;
      update trail set body = replace(body, '"kind"', '"Kind"') where seq = 7`);
    expect(await verified()).toEqual({
      code: 1,
      err: '',
      out: '異常：記録 7 番 — 内容が封印の値と一致しません（改変）。\nWRONG: entry 7 does not match its own seal: it was edited.\n',
    });
    expect(JSON.parse((await verified('--json')).out)).toMatchObject({ sound: false, seq: 7, fault: 'EDITED' });
  });

  it('ends with 2 when it could not look', async () => {
    expect(await verified('--heads', '/nowhere/heads.txt')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('ENOENT') });
    expect(await verified('--heads', '/dev/null')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('holds no heads') });
  });
});
