import { Desks } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { Keys } from '../support/keys.js';
import { assemble } from '../support/team.js';

/* The jobs of those who manage and administer, with Tab, Enter, Space and the arrows: nothing here is clicked. */

// Hundreds of presses, each looked at: long on a busy machine.
import.meta.jest.setTimeout(120_000);

let house: House;
let desks: Desks;

beforeAll(async () => {
  house = await House.open();
  const [opened, { caseId, people }] = await Promise.all([Desks.open(house), assemble(house)]);
  desks = opened;
  // While things are open, and nobody has agreed on when to see the client.
  const owner = { kind: 'STAFF', staffId: people.takahashi.staffId };
  await people.sato.do('offerTask', { caseId, category: 'LIFE', what: '家賃の領収書', dueOn: inDays(7), owner });
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

it('keeps agencies, staff and closing days, and changes who needs to know what', async () => {
  const admin = await desks.of('yamada', '/administration');
  const keys = new Keys(admin.page);
  await admin.page.getByRole('button', { name: '機関を加える' }).waitFor();
  await keys.press('機関を加える');
  await keys.type('機関の名前', 'こども発達支援室');
  await keys.choose('どの機関の下か', '子ども家庭部');
  await keys.press('加える');
  await admin.page.getByRole('button', { name: 'こども発達支援室を廃止する' }).waitFor();
  await keys.press('閉庁日を加える');
  await keys.onto('閉庁日');
  await admin.page.getByLabel('閉庁日', { exact: true }).fill(inDays(40));
  await keys.type('呼び名（例：開庁記念日）', '開庁記念日');
  await admin.page.keyboard.press('Enter');
  await admin.page.getByRole('button', { name: '取り消す：開庁記念日' }).waitFor();
  expect(admin.faults).toEqual([]);
  await admin.context.close();

  const officer = await desks.of('ota', '/need-to-know');
  const hers = new Keys(officer.page);
  await officer.page.getByRole('button', { name: '保健師・住まい：見出し。変更する' }).waitFor();
  await hers.press('保健師・住まい：見出し。変更する');
  const dialog = officer.page.getByRole('dialog', { name: '保健師 × 住まい' });
  await dialog.getByRole('radio', { checked: true }).waitFor();
  await hers.onto(/^見出し/);
  await officer.page.keyboard.press('ArrowDown');
  await dialog.getByText(/いまより多く見るようになります。/).waitFor();
  await hers.type(/^変更する理由/, '転居の相談を受けるため');
  await hers.press('この内容に変える');
  await dialog.waitFor({ state: 'hidden' });
  expect(officer.faults).toEqual([]);
  await officer.context.close();
});

it('goes through a manager’s day: another day, the gaps, the trail examined, a file saved', async () => {
  const { page, context, faults } = await desks.of('nakamura', '/responsibility');
  const keys = new Keys(page);
  await page.getByRole('heading', { name: '責任の空白' }).waitFor();
  await page.getByText('次に会う予定がない').first().waitFor();
  await keys.onto(/^日をさかのぼる/);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('1日前').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'いま検証する' }).waitFor();
  await keys.press('いま検証する');
  await page.getByText(/^証跡に異常はありません。\d+件すべてが、封印されたときのままです/).waitFor();
  await keys.choose('どのケースの', '2026-');
  await keys.onto('証跡を保存');
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toMatch(/^trail-2026-\d{4}\.csv$/);
  expect(faults).toEqual([]);
  await context.close();
});
