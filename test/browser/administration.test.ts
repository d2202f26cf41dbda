import { Desks } from '../support/desks.js';
import { House, refusalOf } from '../support/house.js';
import { asToken } from '../support/ways-in.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';

const FIRST_PASSWORD = '茶碗と梯子と緑の切符を三枚下さい';

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
  it('adds an agency and somebody in it, and hands over a link that is shown once', async () => {
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
    const link = page.getByRole('form', { name: '髙﨑 祐子さんにサインイン用のリンクを渡す' });
    await link.getByText('メールサーバーが設定されていません。').waitFor();
    await link.getByRole('button', { name: 'リンクを画面に表示する' }).click();
    const address = (await page.locator('code.select-all').textContent())!;
    await page.getByRole('button', { name: '渡したので閉じる' }).click();
    await page.getByText(address).waitFor({ state: 'detached' });

    await page.getByLabel('名前・ふりがな・機関で探す').fill('たかさき');
    await page.getByText('配置がありません。配置されるまでサインインできません。').waitFor();
    await page.getByRole('button', { name: '髙﨑 祐子さんの配置を加える' }).click();
    const posting = page.getByRole('form', { name: '髙﨑 祐子さんの配置を加える' });
    await posting.getByLabel('機関').selectOption({ label: 'こども発達支援室' });
    await posting.getByLabel('職種').selectOption({ label: '保健師' });
    await posting.getByRole('button', { name: '保存する' }).click();
    await page.getByText('こども発達支援室・保健師').waitFor();

    const { page: hers, context: desk } = await desks.window();
    await hers.goto(`${house.address}/welcome#${address.split('#')[1]}`);
    await hers.getByText('髙﨑 祐子さん（ログイン名 takasaki）のパスワードを決めてください。').waitFor();
    await hers.getByLabel('新しいパスワード', { exact: true }).fill(FIRST_PASSWORD);
    await hers.getByLabel('新しいパスワード（もう一度）').fill(FIRST_PASSWORD);
    await hers.getByRole('button', { name: '続ける' }).click();
    await hers.getByRole('link', { name: /髙﨑/ }).click();
    await hers.getByLabel('いまのパスワード').fill(FIRST_PASSWORD);
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

  it('adds a program, posts it, and issues a token that reaches meetings and reads alone; another ends it', async () => {
    const { page, context, faults } = await desks.of('yamada', '/administration');
    await page.getByRole('button', { name: 'プログラムを加える' }).click();
    const program = page.getByRole('form', { name: 'プログラムを加える' });
    await program.getByLabel('氏名').fill('会議室予約');
    await program.getByLabel('ふりがな').fill('かいぎしつよやく');
    await program.getByRole('button', { name: '加える' }).click();
    await page.getByLabel('名前・ふりがな・機関で探す').fill('かいぎしつ');
    await page.getByRole('button', { name: '会議室予約さんの配置を加える' }).click();
    const posting = page.getByRole('form', { name: '会議室予約さんの配置を加える' });
    await posting.getByLabel('機関').selectOption({ label: '子ども家庭支援センター' });
    await posting.getByLabel('職種').selectOption({ label: '事務職員' });
    await posting.getByRole('button', { name: '保存する' }).click();
    await page.getByText('子ども家庭支援センター・事務職員').waitFor();

    await page.getByRole('button', { name: '会議室予約のトークン', exact: true }).click();
    await page.getByRole('button', { name: '会議室予約のトークンを発行する' }).click();
    const token = page.getByRole('form', { name: '会議室予約のトークンを発行する' });
    await token.getByLabel('何に使うか').fill('空き状況の表示');
    await token.getByLabel('会議').check();
    await token.getByLabel('機関と職員').check();
    await token.getByRole('button', { name: 'トークンを発行する' }).click();
    const shown = (await page.locator('code.select-all').textContent())!;
    await page.getByText('読むだけ・会議、機関と職員・').waitFor();
    await page.getByText('まだ使っていません').waitFor();
    const asked = asToken(house, shown);
    expect(await asked.ask('{ me { name isService } cases { id } }')).toEqual({ me: { name: '会議室予約', isService: true }, cases: [] });

    await page.getByRole('button', { name: '空き状況の表示のトークンを取り消す' }).click();
    await page.getByText('読むだけ・会議、機関と職員・').waitFor({ state: 'detached' });
    expect(await refusalOf(asked.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('sees no case, and others see that this screen is not theirs', async () => {
    const { page, context } = await desks.of('sato', '/administration');
    await page.getByText('この画面は、システム管理者のためのものです。').waitFor();
    await context.close();
  });
});
