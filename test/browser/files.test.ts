import { readFile } from 'node:fs/promises';
import type { Person } from '../../src/commands/scenario/person.js';
import { openedBy } from '../support/conference.js';
import { Desks } from '../support/desks.js';
import { pdf } from '../support/files.js';
import { House } from '../support/house.js';

/* Files as people bring and fetch them, and what becomes of a case when its time is over. */

let house: House;
let desks: Desks;
let sato: Person;
let caseId: string;
let number: string;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  [desks, sato] = await Promise.all([Desks.open(house), house.person('sato')]);
  caseId = await openedBy(sato);
  ({ number } = (await sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: caseId })).case);
});
afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const FORM = pdf('同意書', 400_000);

it('a signed form is refused when it is a page, attached as the evidence of the consent, saved again byte for byte, and withdrawn with a reason', async () => {
  const { page, context, faults } = await desks.of('sato', `/cases/${caseId}/files`);
  await page.getByText('添付ファイルはまだありません').waitFor();
  await page.getByRole('heading', { name: /健康・心理/ }).waitFor();
  await page.getByRole('button', { name: 'ファイルを添付する' }).click();
  const form = page.getByRole('form', { name: 'ファイルを添付する' });
  await form.getByRole('button', { name: '添付する', exact: true }).click();
  await form.getByText('ファイルを選んでください。').waitFor();
  await form
    .getByLabel('ファイルを選ぶ')
    .setInputFiles({ name: '同意書.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') });
  await form.getByRole('button', { name: '添付する', exact: true }).click();
  await form.getByText('添付できるのはPDF、PNG、JPEGだけです。').waitFor();
  await form.getByLabel('ファイルを選ぶ').setInputFiles({ name: '同意書.pdf', mimeType: 'application/pdf', buffer: FORM });
  await form.getByLabel('何のファイルか').selectOption({
    label: (await form.getByLabel('何のファイルか').innerText()).split('\n').find((line) => line.startsWith('同意の証拠'))!,
  });
  await form.getByRole('button', { name: '添付する', exact: true }).click();
  await page.getByText('「同意書.pdf」を添付しました。').waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '保存する：同意書.pdf' }).click()]);
  expect(download.suggestedFilename()).toBe('同意書.pdf');
  expect((await readFile(await download.path())).equals(FORM)).toBe(true);

  await page.getByRole('button', { name: '取り下げる：同意書.pdf' }).click();
  await page.getByLabel('取り下げる理由').fill('別の家庭の書類でした');
  await page.getByRole('button', { name: '取り下げる', exact: true }).click();
  await page.getByText('取り下げ済み').waitFor();
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  await context.close();
});

it('somebody without a category to write in is told why, in English too', async () => {
  const { page, context } = await desks.of('nakamura', `/cases/${caseId}/files`, 'en');
  await page.getByRole('button', { name: 'Attach a file' }).click({ force: true });
  await page.getByText('You may not write in any category of this case, so you cannot attach a file.').waitFor();
  await context.close();
});

it('an officer exports a household, proposes its erasure on request, and a manager carries it out after being asked once more', async () => {
  await house.behind(`update support_case set status = 'CLOSED', closed_at = tsunagi_now() where id = $1`, [caseId]);
  const ota = await desks.of('ota', '/retention');
  await ota.page.getByText('保存期間が過ぎたケースはありません').waitFor();
  await ota.page.getByLabel('ケース番号').fill(number);
  await ota.page.getByLabel(/^理由・請求の番号/).fill('請求第3号');
  await ota.page.getByRole('button', { name: '保有する情報をすべて書き出す' }).click();
  const [page] = await Promise.all([
    ota.page.waitForEvent('download'),
    ota.page.getByRole('link', { name: '読むためのページ（HTML）' }).click(),
  ]);
  expect((await readFile(await page.path())).toString()).toContain('保有個人情報の一覧');
  await ota.page.getByRole('button', { name: '請求による消去を提案する' }).click();
  await ota.page.getByText('別の人の実行を待っています').waitFor();
  const own = ota.page.getByRole('button', { name: `廃棄する：${number}` });
  expect(await own.getAttribute('aria-disabled')).toBe('true');

  const nakamura = await desks.of('nakamura', '/retention');
  await nakamura.page.getByRole('button', { name: `廃棄する：${number}` }).click();
  await nakamura.page.getByText(`${number} の文章・氏名・連絡先・ファイルを消します。元には戻せません。`).waitFor();
  await nakamura.page.getByRole('button', { name: '消すことを確認しました。廃棄する' }).click();
  await nakamura.page.getByText(/に廃棄$/).waitFor();
  expect([...ota.faults, ...nakamura.faults]).toEqual([]);
  await Promise.all([ota.context.close(), nakamura.context.close()]);
});
