import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLedger, UnreadableLedger, writeLedger } from '../../src/commands/ledger/files.js';
import { rehearse, takeIn } from '../../src/commands/ledger/take-in.js';
import { examine } from '../../src/commands/trail-verify/examine.js';
import { readDirectory } from '../../src/modules/ledger/directory.js';
import { exportLedger } from '../../src/modules/ledger/export-ledger.js';
import type { Tables } from '../../src/modules/ledger/ledger.js';
import { House } from '../support/house.js';
import { ledgerOf, placeOf, TWO_FAMILIES, type Written } from '../support/ledger.js';

const LEDGER = { kind: 'system', name: 'system:ledger' } as const;
const silent = () => undefined;

let house: House;
let dir: string;
beforeAll(async () => {
  house = await House.open({ hidden: false });
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-ledger-'));
});
afterAll(async () => {
  await house.close();
  await rm(dir, { recursive: true, force: true });
});

const entriesIn = async (place: House) => Number((await place.behind('select count(*) as n from trail'))[0]!['n']);
const casesIn = async (place: House) => Number((await place.behind('select count(*) as n from support_case'))[0]!['n']);

async function exported({ app }: House): Promise<Tables> {
  const { act, database } = app.spine;
  const given: Tables[] = [];
  await act.run(
    LEDGER,
    crypto.randomUUID(),
    exportLedger((tables) => given.push(tables)),
    await readDirectory(database),
  );
  return given[0]!;
}

it('a dry run names every problem by sheet, row and column, and leaves nothing behind', async () => {
  const before = await entriesIn(house);
  const wrong: Written = {
    cases: [
      ['A-1', '家計の立て直し', '生活福祉課', 'takahashi', '2026-02-30'],
      ['A-2', '', 'どこにもない課', '鈴木 花', '2027/4/1'],
      ['A-3', '転入', '生活福祉課', 'takahashi', '2099-01-01'],
      ['A-3', '同じ番号', '生活福祉課', 'takahashi', '2026-01-01'],
    ],
    members: [
      ['A-1', '本人', '森 さくら', '森さくら', '', '', '', ''],
      ['A-3', '子', '林 みどり', 'はやし みどり', '', '小学校', '第一小学校', ''],
      ['A-9', '本人', '無縁 一郎', 'むえん いちろう', '', '', '', ''],
    ],
    bases: [
      [
        'A-3',
        'ハローワーク三鷹',
        '本人同意',
        '提供する',
        '就業・職歴・求職希望、天気',
        '就労支援',
        '口頭（立会人あり）',
        '',
        '',
        '',
        '',
        '',
        '',
      ],
    ],
    tasks: [['A-3', '電話する', '生活状況', '職員', '', '生活福祉課', '今月中', '依頼中']],
  };
  const problems = await rehearse(house.app.spine, ledgerOf(wrong), silent);
  expect(problems.map(placeOf)).toEqual([
    'ケース 2 開始日 FORMAT',
    'ケース 3 見出し REQUIRED',
    'ケース 3 主担当機関 UNKNOWN',
    'ケース 3 キーパーソン UNKNOWN',
    'ケース 4 開始日 OUT_OF_ORDER',
    'ケース 4 ケース番号 REQUIRED',
    'ケース 5 ケース番号 CONFLICT',
    'ケース 5 ケース番号 REQUIRED',
    '世帯 2 ふりがな FORMAT',
    '世帯 4 ケース番号 UNKNOWN',
    '根拠 2 情報区分 UNKNOWN',
    '対応事項 2 いつまでに FORMAT',
  ]);
  expect(problems.every(({ sentence }) => sentence.ja !== '' && sentence.en !== '')).toBe(true);
  expect(await entriesIn(house)).toBe(before);
});

it('what only the database can refuse is found as well, family by family', async () => {
  const { cases = [], seats = [], tasks = [] } = TWO_FAMILIES;
  const refused = ledgerOf({
    ...TWO_FAMILIES,
    cases,
    bases: [],
    seats: [...seats, ['2026-0001', 'nakamura', '子ども家庭部', 'ケースワーカー']],
    tasks: [...tasks, ['2026-0001', '見学に付き添う', '生活状況', '職員', 'suzuki', '子ども家庭支援センター', '2027-03-01', '受諾']],
  });
  const seen: string[] = [];
  const problems = await rehearse(house.app.spine, refused, (stage, done, of) => seen.push(`${stage} ${done}/${of}`));
  // Hello Work comes only with a basis; a manager is posted as nothing else. Each family tells of the first thing in its way.
  expect(problems.map(placeOf)).toEqual(['担当 3 CONFLICT', '担当 5 UNKNOWN']);
  expect(seen).toEqual(['rehearsing 1/2', 'rehearsing 2/2']);
  expect(await casesIn(house)).toBe(0);
});

it('a ledger with one bad family is not taken in at all', async () => {
  const { cases = [], members = [] } = TWO_FAMILIES;
  const late = ledgerOf({
    ...TWO_FAMILIES,
    cases: [...cases, ['A-4', '家族の相談', '健康課', 'ito', '2026-01-05']],
    members: [...members, ['A-4', '本人', '岡 みちる', 'おか みちる', '', '', '', '']],
    tasks: [['A-4', '面談', '生活状況', '職員', 'sato', '子ども家庭支援センター', '2027-03-01', '受諾']],
  });
  expect((await takeIn(house.app.spine, late, silent)).map(placeOf)).toEqual(['対応事項 2 CONFLICT']);
  expect(await casesIn(house)).toBe(0);
});

it('a ledger from Shift_JIS files with 和暦 is taken in once; people find their families, and the chain is sound', async () => {
  const sjis = join(dir, 'sjis');
  await writeLedger(
    sjis,
    ledgerOf({ ...TWO_FAMILIES, members: TWO_FAMILIES.members!.map((row) => row.map((cell) => cell.replace('𠮷', '吉'))) }),
  );
  const file = join(sjis, 'ケース.csv');
  // 「離婚」 … in Shift_JIS, as spreadsheets in Japan save it; the other files stay UTF-8.
  await writeFile(file, inShiftJis(await readFile(file, 'utf8')));
  const tables = await readLedger(sjis);
  expect(await rehearse(house.app.spine, tables, silent)).toEqual([]);

  const seen: number[] = [];
  expect(await takeIn(house.app.spine, tables, (_, done) => seen.push(done))).toEqual([]);
  expect(seen).toEqual([1, 2]);
  expect(await takeIn(house.app.spine, tables, silent)).toEqual([]);
  expect(await casesIn(house)).toBe(2);

  const [sato, takahashi, watanabe] = await Promise.all(['sato', 'takahashi', 'watanabe'].map((login) => house.person(login)));
  const asked = `{ cases { number headline keyPerson { staff { name } } openedAt
    household { members { name bornOn schoolings { schoolName since } } } openTasks { what status isOverdue staff { name } } } }`;
  expect((await sato!.ask(asked)).cases).toEqual([
    {
      number: '相談-0031',
      headline: '離婚後の転居と仕事探し',
      keyPerson: { staff: { name: '佐藤 恵' } },
      openedAt: '2026-04-09T15:00:00.000Z',
      household: {
        members: [
          { name: '青木 りく', bornOn: '2018-09-12', schoolings: [{ schoolName: '第三小学校', since: '2025-04-01' }] },
          { name: '青木 まゆみ', bornOn: '1989-05-03', schoolings: [] },
        ],
      },
      openTasks: [
        { what: '求人を三件示す', status: 'IN_PROGRESS', isOverdue: true, staff: { name: '渡辺 誠' } },
        { what: '児童扶養手当の現況届を出す', status: 'ACCEPTED', isOverdue: false, staff: null },
      ],
    },
  ]);
  expect((await takahashi!.ask('{ cases { number } }')).cases).toEqual([{ number: '2026-0001' }]);
  // Hello Work sees what its consent covers: her task, and no child.
  expect((await watanabe!.ask('{ cases { household { members { name } } openTasks { what } } }')).cases).toEqual([
    { household: { members: [{ name: '青木 まゆみ' }] }, openTasks: [{ what: '求人を三件示す' }] },
  ]);
  // Nobody is told of what they have known for long.
  expect((await watanabe!.ask('{ inbox(first: 10) { kind } }')).inbox).toEqual([]);
  const { sound, entries } = await examine({ url: house.databaseUrl, headsDir: house.headsDir }, []);
  expect({ sound, entries }).toEqual({ sound: true, entries: await entriesIn(house) });

  // A case opened afterwards steps over the number that the ledger has taken.
  const family = { headline: '新しい相談', subject: { name: '堀 ゆき', kana: 'ほり ゆき' } };
  expect((await sato!.do('openCase', family, 'number')).number).not.toBe('2026-0001');
});

it('what was given out is taken in elsewhere, and given out again to the letter, as a workbook and as CSV', async () => {
  const first = await exported(house);
  expect(first.cases.rows.length).toBe(3);
  for (const path of ['out.xlsx', 'out']) {
    const file = join(dir, path);
    await writeLedger(file, first);
    expect(await readLedger(file)).toEqual(first);
  }
  const other = await House.open({ hidden: false });
  try {
    expect(await takeIn(other.app.spine, await readLedger(join(dir, 'out.xlsx')), silent)).toEqual([]);
    expect(await exported(other)).toEqual(first);
    const kinds = await other.behind("select kind, actor from trail where kind like 'ledger.%' order by seq");
    expect(kinds).toEqual([
      { kind: 'ledger.imported', actor: 'system:ledger' },
      { kind: 'ledger.exported', actor: 'system:ledger' },
    ]);
  } finally {
    await other.close();
  }
});

it('files that are no ledger are refused in a sentence', async () => {
  await writeFile(join(dir, 'broken.xlsx'), 'not a workbook');
  await expect(readLedger(join(dir, 'broken.xlsx'))).rejects.toThrow(UnreadableLedger);
  await expect(readLedger(join(dir, 'nowhere'))).rejects.toThrow(UnreadableLedger);
  await writeLedger(join(dir, 'strange'), ledgerOf(TWO_FAMILIES));
  await writeFile(join(dir, 'strange', '住所.csv'), '番号\r\n');
  await expect(readLedger(join(dir, 'strange'))).rejects.toThrow('住所');
  const { cases } = ledgerOf(TWO_FAMILIES);
  const renamed = { ...ledgerOf(TWO_FAMILIES), cases: { headings: [...cases.headings.slice(1), '番号'], rows: [] } };
  expect((await rehearse(house.app.spine, renamed, silent)).map(placeOf).slice(0, 2)).toEqual([
    'ケース 1 ケース番号 REQUIRED',
    'ケース 1 番号 NOT_ALLOWED',
  ]);
});

/** Node reads Shift_JIS but does not write it: each character is looked up among the two-byte codes that it reads. */
function inShiftJis(text: string): Buffer {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfc; high++) {
    if (high > 0x9f && high < 0xe0) continue;
    for (let low = 0x40; low <= 0xfc; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  }
  return Buffer.from([...text.replace('\uFEFF', '')].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : codes.get(one)!)));
}
