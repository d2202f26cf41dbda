import { Desks } from '../support/desks.js';
import { House } from '../support/house.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';

let house: House;
let desks: Desks;

beforeAll(async () => {
  house = await House.open();
  desks = await Desks.open(house);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

describe('a system administrator', () => {
  it('adds an agency and somebody in it, and hands over a password that is shown once', async () => {
    const { page, context, faults } = await desks.of('yamada', '/administration');
    await page.getByRole('button', { name: '機関を加える' }).click();
    const agency = page.getByRole('form', { name: '機関を加える' });
    await agency.getByLabel('機関の名前').fill('こども発達支援室');
    await agency.getByLabel('どの機関の下か').selectOption({ label: '子ども家庭部' });
    await agency.getByRole('button', { name: '加える' }).click();
    await page.getByRole('button', { name: 'こども発達支援室を廃止する' }).waitFor();

    await page.getByRole('button', { name: '職員を加える' }).click();
    const someone = page.getByRole('form', { name: '職員を加える' });
    await someone.getByRole('button', { name: '加える' }).click();
    await someone.getByText('入力してください。').first().waitFor();
    await someone.getByLabel('氏名').fill('髙﨑 祐子');
    await someone.getByLabel('ふりがな').fill('たかさき ゆうこ');
    await someone.getByLabel('ログイン名').fill('takasaki');
    await someone.getByRole('button', { name: '加える' }).dblclick();
    const password = (await page.locator('dd.select-all').textContent())!;
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    await page.getByRole('button', { name: '渡したので閉じる' }).click();
    expect(await page.getByText(password).count()).toBe(0);

    await page.getByLabel('名前・ふりがな・機関で探す').fill('たかさき');
    await page.getByText('配置がありません。配置されるまでサインインできません。').waitFor();
    await page.getByRole('button', { name: '髙﨑 祐子さんの配置を加える' }).click();
    const posting = page.getByRole('form', { name: '髙﨑 祐子さんの配置を加える' });
    await posting.getByLabel('機関').selectOption({ label: 'こども発達支援室' });
    await posting.getByLabel('職種').selectOption({ label: '保健師' });
    await posting.getByRole('button', { name: '保存する' }).click();
    await page.getByText('こども発達支援室・保健師').waitFor();

    const { page: hers, context: desk } = await desks.window();
    await hers.goto(house.address);
    await hers.getByLabel('ログイン名').fill('takasaki');
    await hers.getByLabel('パスワード').fill(password);
    await hers.getByRole('button', { name: 'サインイン', exact: true }).click();
    await hers.getByRole('link', { name: /髙﨑/ }).click();
    await hers.getByLabel('いまのパスワード').fill(password);
    await hers.getByLabel('新しいパスワード（15文字以上）').fill(DEMO_PASSWORD);
    await hers.getByLabel('新しいパスワード（もう一度）').fill(`${DEMO_PASSWORD}?`);
    await hers.getByText('二つの新しいパスワードが違います。').waitFor();
    await hers.getByLabel('新しいパスワード（もう一度）').fill(DEMO_PASSWORD);
    await hers.getByRole('button', { name: 'パスワードを変える' }).click();
    await hers.getByText('パスワードを変えました。').waitFor();
    await desk.close();

    await page.getByRole('button', { name: '髙﨑 祐子さんの勤務日と不在' }).click();
    await page.getByRole('button', { name: '勤務日を決める' }).click();
    const week = page.getByRole('form', { name: '勤務日を決める' });
    for (const day of ['火', '木']) await week.getByRole('checkbox', { name: new RegExp(day) }).uncheck();
    await week.getByRole('button', { name: '勤務日を決める' }).click();
    await page.getByText(/月曜 08:30–17:15、水曜/).waitFor();

    await page.getByRole('button', { name: '髙﨑 祐子さんのこども発達支援室への配置を終える' }).click();
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('button', { name: '髙﨑 祐子さんのこども発達支援室への配置を終える' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'こども発達支援室を廃止する' }).click();
    await page.getByRole('form', { name: 'こども発達支援室を廃止する' }).getByRole('button', { name: '廃止する' }).click();
    await page.getByText('先に配置を終了してください。').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('sees no case, and others see that this screen is not theirs', async () => {
    const { page, context } = await desks.of('sato', '/administration');
    await page.getByText('この画面は、システム管理者のためのものです。').waitFor();
    await context.close();
  });
});
