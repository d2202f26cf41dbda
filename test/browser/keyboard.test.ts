import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { Desks, type Desk } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { Keys } from '../support/keys.js';
import { assemble, type Team } from '../support/team.js';

/* Every job with Tab, Enter, Space and the arrows: nothing here is clicked. */

// Hundreds of presses, each looked at: long on a busy machine.
import.meta.jest.setTimeout(120_000);

let house: House;
let desks: Desks;
let team: Team;
let sato: Desk;

beforeAll(async () => {
  house = await House.open();
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
  sato = await desks.of('sato', `/cases/${team.caseId}/sharing`);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const go = async (part: string) => {
  await desks.go(sato, `/cases/${team.caseId}${part}`);
  return new Keys(sato.page);
};

it('signs in, skips to the content, accepts a task, reports it done, and undoes that', async () => {
  const owner = { kind: 'STAFF', staffId: team.people.takahashi.staffId };
  await team.people.sato.do('offerTask', { caseId: team.caseId, category: 'LIFE', what: '家賃の領収書', dueOn: inDays(7), owner });
  const { page, context } = await desks.window();
  await page.goto(house.address);
  await page.getByRole('button', { name: 'サインイン', exact: true }).waitFor();
  const keys = new Keys(page);
  await keys.type('ログイン名', 'takahashi');
  await keys.type('パスワード', DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '受諾する：家賃の領収書' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: '受諾する：家賃の領収書' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await keys.focused()).toBe('本文へ移動');
  await page.keyboard.press('Enter');
  await keys.press('受諾する：家賃の領収書');
  await page.getByRole('button', { name: '完了を報告：家賃の領収書' }).waitFor();
  await keys.press('完了を報告：家賃の領収書');
  await keys.type('結果（どうなったか）', '三か月分を確かめた。');
  await page.keyboard.press('Control+Enter');
  await page.getByText('「家賃の領収書」の完了を報告しました。').waitFor();
  await keys.press('元に戻す');
  await page.getByRole('button', { name: '完了を報告：家賃の領収書' }).waitFor();
  await context.close();
});

it('knows the keys that go somewhere, shows them, and gives the focus back', async () => {
  const { page, context } = await desks.of('takahashi');
  const keys = new Keys(page);
  await keys.press('キーボードの使い方');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await keys.focused()).toBe('キーボードの使い方');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await keys.press('閉じる');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'ケース' }).waitFor();
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('main');
  await context.close();
});

it('records a consent, and offers a task', async () => {
  const { page } = sato;
  const keys = new Keys(page);
  await page.getByRole('button', { name: '同意を記録する' }).waitFor();
  await keys.press('同意を記録する');
  await keys.onto('ハローワーク三鷹');
  await page.keyboard.press('Space');
  await keys.onto('住まい');
  await page.keyboard.press('Space');
  await keys.press('記録する');
  await page.getByRole('row', { name: /ハローワーク三鷹.*住まい/ }).waitFor();

  await go('');
  await page.getByRole('button', { name: '対応を加える' }).waitFor();
  await keys.press('対応を加える');
  await page.getByLabel('担当（誰が）').locator('option').nth(1).waitFor({ state: 'attached' });
  await keys.choose('担当（誰が）', '高橋 健一');
  await keys.type('何を', '家計簿を一緒につける');
  await keys.press('対応を依頼する');
  await page.getByRole('row', { name: /家計簿を一緒につける/ }).waitFor();
});

it('convenes a conference, runs its room, decides, marks who came and closes it', async () => {
  const { page } = sato;
  const keys = await go('/sessions');
  await page.getByRole('button', { name: '会議を招集する' }).waitFor();
  await keys.press('会議を招集する');
  await page.getByLabel('開催の理由').waitFor();
  await keys.type(/^開催の理由/, '家庭訪問で生活の乱れが分かったため');
  await keys.type('議題 1', '何から支えるか');
  await keys.choose('議題 1 の情報区分', '生活状況');
  await keys.type('場所', '子ども家庭支援センター 会議室');
  await keys.press('招集する');
  await page.getByRole('heading', { name: '第1回カンファレンス' }).waitFor();
  await keys.press('開会する');
  await page.getByRole('form', { name: 'この場に伝えること' }).waitFor();
  await keys.type('この場に伝えること', '家賃が二か月遅れている。');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('paragraph').filter({ hasText: '家賃が二か月遅れている。' }).waitFor();
  await keys.press('決定を書く：何から支えるか');
  const line = page.getByRole('form', { name: '決定を書く：何から支えるか' });
  await line.getByLabel('担当（誰が）').locator('option').nth(1).waitFor({ state: 'attached' });
  await keys.choose('担当（誰が）', '高橋 健一');
  await keys.type('何を', '家賃の分納を大家と話す');
  await keys.press('決定する');
  await page.getByText('家賃の分納を大家と話す').first().waitFor();
  // The tasks of before came back by themselves.
  const unsettled = page.getByRole('button', { name: '確認で終える' });
  for (let left = await unsettled.count(); left > 0; left -= 1) {
    await keys.press(/^確認で終える/);
    await unsettled.nth(left - 1).waitFor({ state: 'detached' });
  }
  const unmarked = page.getByRole('combobox', { name: /さんの出欠$/ });
  await unmarked.first().waitFor();
  for (const name of await unmarked.evaluateAll((all) =>
    all.map((one) => (one as unknown as { labels: { innerText: string }[] }).labels[0]!.innerText),
  ))
    await keys.choose(name, '出席');
  await page.getByText(/出欠 残り/).waitFor({ state: 'detached' });
  await keys.press('閉会する');
  await page.getByRole('link', { name: '会議録を見る' }).waitFor();
  await keys.press('会議録を見る');
  await page.getByRole('cell', { name: '家賃の分納を大家と話す' }).waitFor();
});

it('hands over as key person', async () => {
  const { page } = sato;
  const keys = await go('/team');
  await page.getByRole('button', { name: 'キーパーソンを引き継ぐ' }).waitFor();
  await keys.press('キーパーソンを引き継ぐ');
  await keys.choose('引き継ぐ相手', '鈴木 直子');
  await keys.type('引き継ぐ理由（相手が読みます）', '担当の交代');
  await keys.press('引き継ぎを依頼する');
  await page.getByText('引き継ぎの返事を待っています。').waitFor();
  expect(sato.faults).toEqual([]);
});

it('takes the role of key person over, and confirms minutes', async () => {
  const { page, context, faults } = await desks.of('suzuki');
  const keys = new Keys(page);
  await page.getByRole('button', { name: '引き受ける' }).waitFor();
  await keys.press('引き受ける');
  await page.getByRole('button', { name: '引き受ける' }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();

  const attended = await desks.of('takahashi');
  const his = new Keys(attended.page);
  await attended.page.getByRole('link', { name: '会議録を読んで確認する' }).waitFor();
  await his.press('会議録を読んで確認する');
  await attended.page.getByRole('button', { name: '会議録のとおりです（確認）' }).waitFor();
  await his.press('会議録のとおりです（確認）');
  await attended.page.getByText('確認済みです。').waitFor();
  expect(attended.faults).toEqual([]);
  await attended.context.close();
});

it('drafts a plan, and makes an appointment', async () => {
  const { page, context, faults } = await desks.of('suzuki', `/cases/${team.caseId}/plans`);
  const keys = new Keys(page);
  await page.getByRole('button', { name: 'プランの案を作る' }).waitFor();
  await keys.press('プランの案を作る');
  await page.getByLabel('担当（誰が）').locator('option').nth(1).waitFor({ state: 'attached' });
  await keys.type('目標', '日勤の事務の仕事に就く');
  await keys.type('取組 1：何を', '求人を三件選ぶ');
  await keys.choose('担当（誰が）', '鈴木 直子');
  await keys.press('案として保存する');
  await page.getByRole('article', { name: /日勤の事務の仕事に就く/ }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('breaks the glass by a number, and ends it', async () => {
  const { case: found } = await team.people.sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: team.caseId });
  const { page, context, faults } = await desks.of('kato', '/break-glass');
  const keys = new Keys(page);
  await page.getByLabel('ケース番号').waitFor();
  await keys.type(/^ケース番号/, found.number);
  await keys.onto('住まい');
  await page.keyboard.press('Space');
  await keys.type(/理由/, '夜間に子どもだけがいると通報があったため');
  await keys.press('理由を届けて、開く');
  await page.getByRole('region', { name: '緊急閲覧' }).waitFor();
  await keys.press('閲覧を終える');
  await page.getByRole('region', { name: '緊急閲覧' }).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await context.close();
});

it('looks through the notices and says that they are seen', async () => {
  const { page, context, faults } = await desks.of('takahashi');
  const keys = new Keys(page);
  await page.getByRole('link', { name: /^受信箱（\d+）$/ }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: '受信箱' }).waitFor();
  await page.getByText('新着').first().waitFor();
  await keys.press('ここまで確認済みにする');
  await page.getByText('新しいお知らせはありません。').waitFor();
  await page.getByRole('link', { name: '受信箱', exact: true }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
