import type { Page } from 'playwright-core';
import { demonstrate } from '../support/demonstration.js';
import { Desks } from '../support/desks.js';
import { House } from '../support/house.js';

let house: House;
let desks: Desks;
let cases: Awaited<ReturnType<typeof demonstrate>>;

beforeAll(async () => {
  house = await House.open();
  [desks, cases] = await Promise.all([Desks.open(house), demonstrate(house)]);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

interface Printed {
  readonly pages: number;
  /** In points: A4 is 595 by 842. */
  readonly size: string;
}

/** The page as the printer gets it. */
async function print(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!;
  return {
    pages: text.match(/\/Type\s*\/Page\b(?!s)/g)!.length,
    size: [width, height].map((side) => Math.round(Number(side))).join(' × '),
  };
}

const A4 = '595 × 842';
const shown = (page: Page, words: string | RegExp) => page.getByText(words).first().isVisible();

it('prints minutes as a 会議録: one sheet of A4 with who came, the items and who does what by when', async () => {
  const { page, context } = await desks.of('kato', `/sessions/${cases.after.sessions[0]!.id}/minutes`);
  await page.getByRole('heading', { name: '会議録' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const head of ['氏名', '所属', '職種', '出欠', '誰が', '何を', 'いつまでに'])
    expect(await page.getByRole('columnheader', { name: head, exact: true }).first().isVisible()).toBe(true);
  expect(
    await page
      .getByText(/令和\d+年\d+月\d+日/)
      .first()
      .isVisible(),
  ).toBe(true);
  for (const around of ['サインアウト', '印刷する', 'この会議録は、あなたが読める情報だけで組み立てています。'])
    expect(await shown(page, around)).toBe(false);
  const printed = await print(page);
  expect(printed.size).toBe(A4);
  expect(printed.pages).toBeGreaterThanOrEqual(1);
  expect(printed.pages).toBeLessThanOrEqual(2);
  await context.close();
});

it('prints the responsibility of a day as a table, with the agency and the day instead of what is chosen on the screen', async () => {
  const { page, context } = await desks.of('kobayashi', '/responsibility');
  await page.getByRole('table', { name: 'この日に答える立場だった人' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await shown(page, /（下にある課を含む）　令和\d+年\d+月\d+日の終わり/)).toBe(true);
  expect(await page.getByRole('columnheader', { name: 'いつまでに' }).isVisible()).toBe(true);
  for (const around of ['サインアウト', '日をさかのぼる', 'いま検証する', 'ファイルとして保存'])
    expect(await shown(page, around)).toBe(false);
  const printed = await print(page);
  expect(printed.size).toBe(A4);
  expect(printed.pages).toBeLessThanOrEqual(3);
  await context.close();
});
