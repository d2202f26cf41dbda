import { openLog } from '../../src/log.js';
import { House } from '../support/house.js';
import { loggedOf } from '../support/written.js';

/* What stands in a line of the log, and what does not. Every test file searches its own lines besides (test/support/written.ts). */

const logging = () => {
  const lines: string[] = [];
  return { lines, log: openLog('trace', { write: (line) => lines.push(line) }) };
};

it('finds the name of a client, a telephone number and a word of a note, should they ever be logged', async () => {
  const house = await House.open();
  try {
    const sato = await house.person('sato');
    const { id } = await sato.do('openCase', { headline: '見出し', subject: { name: '森 さくら', kana: 'もり さくら' } });
    await sato.do('writeRecord', { caseId: id, category: 'LIFE', kind: 'NOTE', body: '一行目\n二行目' });
    const { lines, log } = logging();
    for (const text of ['森 さくら', 'モリ　サクラ', '佐藤 恵', '一行目\n二行目']) log.error({ text }, 'leaky');
    log.error({ caseId: id }, 'as it should be');
    const { logged, looked } = await loggedOf(house.databaseUrl, lines);
    expect(logged).toHaveLength(4);
    expect(looked.count).toBeGreaterThan(20);
  } finally {
    await house.close();
  }
});

it('leaves out what a message quotes, unless it speaks of our own program or tables', () => {
  const { lines, log } = logging();
  const database = Object.assign(new Error('invalid input syntax for type uuid: "森 さくら"'), { code: '22P02' });
  const missing = Object.assign(new Error('column "headline" does not exist'), { code: '42703' });
  let parsing: unknown;
  try {
    JSON.parse('{"name":"森 さくら"');
  } catch (fault) {
    parsing = fault;
  }
  for (const fault of [database, missing, parsing, new TypeError("Cannot read properties of undefined (reading 'seq')")])
    log.error({ fault }, 'x');
  expect(lines.join('')).not.toContain('森');
  expect(lines.map((line) => (JSON.parse(line) as { fault: { message: string } }).fault.message).slice(0, 2)).toEqual([
    'invalid input syntax for type uuid: "…"',
    'column "headline" does not exist',
  ]);
  expect(lines[3]).toContain('seq');
});

it('leaves out passwords, tokens and cookies, whoever should log an object that has them', () => {
  const { lines, log } = logging();
  log.info({ password: 'geheim-1', account: { token: 'geheim-2', secret: 'geheim-3' }, headers: { cookie: 'geheim-4' } }, 'x');
  expect(lines.join('')).not.toContain('geheim');
});
