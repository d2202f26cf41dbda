import fc from 'fast-check';
import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

/* One address, telephone number or mail address is recognised however it is spelled, and another one is not taken for it. */

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const holds = async (words: string, kind: string, value: string): Promise<boolean> =>
  (await client.query<{ held: boolean }>('select holds($1, contact_forms($2, $3)) as held', [words, kind, value])).rows[0]!.held;
const masked = async (words: string, kind: string, value: string): Promise<string> =>
  (await client.query<{ clean: string }>('select masked($1, contact_forms($2, $3)) as clean', [words, kind, value])).rows[0]!.clean;

const TOWNS = ['緑町', '吉祥寺本町', '中町', '桜堤', '四ツ谷', '関ヶ原町', '澤田'] as const;
const OTHER_SCRIPT: Readonly<Record<string, string>> = { 四ツ谷: '四ッ谷', 関ヶ原町: '関ケ原町', 澤田: '沢田' };
const CITIES = ['東京都武蔵野市', '武蔵野市', '東京都 武蔵野市 ', '〒180-0012 武蔵野市', ''] as const;

interface Place {
  readonly town: (typeof TOWNS)[number];
  readonly figures: readonly [number, number, number];
}
const place: fc.Arbitrary<Place> = fc.record({
  town: fc.constantFrom(...TOWNS),
  figures: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 99 })),
});

const full = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const KANJI = '〇一二三四五六七八九';
const digits = (value: number) => [...String(value)].map((digit) => KANJI[Number(digit)]).join('');
const counted = (value: number) =>
  value < 10 ? KANJI[value]! : `${value < 20 ? '' : KANJI[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : KANJI[value % 10]}`;

const figure = fc.constantFrom<(value: number) => string>(String, (value) => full(String(value)), counted, digits);
const figures = fc.tuple(figure, fc.constantFrom('-', '－', '−', '‐', '–', '—', 'ー', ' - ', 'の', '―', '\u200b-')).map(
  ([say, dash]) =>
    (all: Place['figures']) =>
      all.map(say).join(dash),
);
const counting = fc
  .tuple(figure, fc.constantFrom('丁目', ' 丁目 '), fc.constantFrom('番', '番地', '番地の', '番 '), fc.constantFrom('号', ''))
  .map(
    ([say, first, second, last]) =>
      ([a, b, c]: Place['figures']) =>
        `${say(a)}${first}${say(b)}${second}${say(c)}${last}`,
  );
const spelling = fc
  .record({
    city: fc.constantFrom(...CITIES),
    gap: fc.constantFrom('', ' ', '　', '\n'),
    say: fc.oneof(figures, counting),
    old: fc.boolean(),
  })
  .map(
    ({ city, gap, say, old }) =>
      ({ town, figures: all }: Place) =>
        `${city}${(old && OTHER_SCRIPT[town]) || town}${gap}${say(all)}`,
  );
const around = fc.constantFrom<[string, string]>(
  ['', ''],
  ['転居先は「', '」です。8日に訪問。'],
  ['母と', 'へ行った'],
  ['住所：', '\n電話 0422-11-2233'],
);
const RUNS = { numRuns: 400 };

it('two spellings of one address are the same, in whatever text', async () => {
  await fc.assert(
    fc.asyncProperty(place, spelling, spelling, around, async (home, known, written, [before, after]) => {
      expect(await holds(`${before}${written(home)}${after}`, 'ADDRESS', known(home))).toBe(true);
    }),
    RUNS,
  );
});

it('other figures or another town are another address', async () => {
  const two = fc.tuple(place, place).filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other));
  await fc.assert(
    fc.asyncProperty(two, spelling, spelling, async ([home, other], known, written) => {
      expect(await holds(`転居先は${written(other)}です`, 'ADDRESS', known(home))).toBe(false);
    }),
    RUNS,
  );
});

it('what is taken out is gone, and what stands around it stays', async () => {
  await fc.assert(
    fc.asyncProperty(place, spelling, around, async (home, written, [before, after]) => {
      const clean = await masked(`${before}${written(home)}${after}`, 'ADDRESS', written(home));
      expect(await holds(clean, 'ADDRESS', written(home))).toBe(false);
      expect({ clean, starts: clean.startsWith(before), ends: clean.endsWith(after) }).toEqual({ clean, starts: true, ends: true });
    }),
    RUNS,
  );
});

const separator = fc.constantFrom('-', '－', ' ', '', '（', ') ', '.', 'の', 'ー', '・');
const line = fc.tuple(fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1000, max: 9999 }));
const dialled = fc
  .tuple(separator, separator, fc.constantFrom('0', '+81', '+81(0)'), fc.boolean())
  .map(([one, two, lead, wide]) => ([a, b, c]: readonly number[]) => {
    const said = `${lead}${a}${one}${b}${two}${c}`;
    return wide ? full(said) : said;
  });

it('a telephone number is the same however it is separated, and another one is not', async () => {
  await fc.assert(
    fc.asyncProperty(line, line, dialled, dialled, async (ours, theirs, known, written) => {
      fc.pre(ours.join('') !== theirs.join(''));
      expect(await holds(`電話は${written(ours)}まで。3月10日`, 'PHONE', known(ours))).toBe(true);
      expect(await holds(`電話は${written(theirs)}まで`, 'PHONE', known(ours))).toBe(false);
    }),
    RUNS,
  );
});

it.each([
  ['haruka.aoki@example.jp', 'ＨＡＲＵＫＡ．ＡＯＫＩ＠ｅｘａｍｐｌｅ．ｊｐ', true],
  ['haruka.aoki@example.jp', '連絡は haruka.aoki @ example.jp へ', true],
  ['haruka.aoki@example.jp', 'haruka.aoki@example.com', false],
])('the mail address %s and the words "%s": %s', async (value, words, same) => {
  expect(await holds(words, 'EMAIL', value)).toBe(same);
});

it.each([
  ['武蔵野市緑町2-2-28-305', '緑町2-2-28に住む', true],
  ['武蔵野市緑町2-2-28 メゾン緑305', 'メゾン緑３０５号室', true],
  ['神奈川県足柄下郡箱根町湯本256', '湯本256番地', true],
  ['札幌市中央区南3条西5丁目1-2', '南三条西五丁目一番二号', true],
  ['大字鈴木123番地4', '字鈴木１２３−４', true],
  ['武蔵野市緑町2-2-28', '緑町2-2-28三階', true],
  ['武蔵野市緑町2-2-28', '緑町2-2-281', false],
  ['武蔵野市緑町2-2-28', '緑町12-2-28', false],
  ['武蔵野市緑町2-2-28', '2月28日に緑町で会った', false],
])('of the address %s the words "%s": %s', async (value, words, same) => {
  expect(await holds(words, 'ADDRESS', value)).toBe(same);
});

it('guards every text that belongs to a case or a household', async () => {
  const { rows } = await client.query(
    `select name, tgname from texts_of_cases() cross join unnest('{words,words_anew}'::text[]) guard (tgname) where not exists (
        select from pg_trigger where tgrelid = name::regclass and pg_trigger.tgname = guard.tgname
        and array_length(string_to_array(encode(tgargs, 'escape'), '\\000'), 1) - 1 = cardinality(columns))`,
  );
  expect(rows).toEqual([]);
});
