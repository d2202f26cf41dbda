import type { Page } from 'playwright-core';
import { opened } from '../support/conference.js';
import { Desks, type Desk } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';

let house: House;
let desks: Desks;
let team: Team;

beforeAll(async () => {
  house = await House.open();
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const offer = (what: string, login: 'takahashi' | 'ito' = 'takahashi') =>
  team.people.sato.do('offerTask', {
    caseId: team.caseId,
    category: 'LIFE',
    what,
    dueOn: inDays(7),
    owner: { kind: 'STAFF', staffId: team.people[login].staffId },
  });

const record = async ({ page }: Desk, words: string) => {
  await page.getByRole('button', { name: '記録を書く' }).click();
  await page.getByLabel('内容').fill(words);
};

describe('signing in', () => {
  it('says why not, and goes on in Japanese or English', async () => {
    const { page, context } = await desks.window();
    await page.goto(house.address);
    await page.getByLabel('ログイン名').fill('sato');
    await page.getByLabel('パスワード').fill('wrong password');
    await page.getByRole('button', { name: 'サインイン', exact: true }).click();
    await page.getByText('ログイン名またはパスワードが違います。').waitFor();
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await context.close();
  });
});

describe('a new family', () => {
  it('is opened by a caseworker, with its readings above the names', async () => {
    const { page, context } = await desks.of('kato', '/cases');
    await page.getByRole('button', { name: 'ケースを開く' }).click();
    const form = page.getByRole('form', { name: '新しいケース：家族と、一文の見出し' });
    await form.getByRole('button', { name: 'ケースを開く' }).click();
    await form.getByText('入力してください。').first().waitFor();
    await form.getByLabel('見出し').fill('転入したばかりで、住まいが決まらない');
    await form.getByLabel('支援対象者の氏名').fill('𠮷田 真澄');
    await form.getByLabel('ふりがな').fill('よしだ ますみ');
    await form.getByRole('button', { name: 'ケースを開く' }).click();
    await page.getByRole('heading', { name: '転入したばかりで、住まいが決まらない' }).waitFor();
    await page.locator('rt', { hasText: 'ますみ' }).waitFor();
    await context.close();
  });
});

describe('what may not be done', () => {
  it('stays in its place, and says who may', async () => {
    await offer('健診の結果を確かめる', 'ito');
    const { page, context } = await desks.of('takahashi', `/cases/${team.caseId}`);
    await page.getByRole('button', { name: '「健診の結果を確かめる」のほかの操作' }).click();
    await page.getByRole('button', { name: '受諾する', exact: true }).press('Enter');
    await page.getByText('これができるのは依頼された人、または依頼された機関の担当者だけです。').first().waitFor();
    await context.close();
  });

  it('shows a lock with the reason, where one may not read', async () => {
    const { page, context } = await desks.of('watanabe', `/cases/${team.caseId}/records`);
    await page.getByRole('heading', { name: '健康・心理' }).waitFor();
    await page
      .getByText(/の業務に「健康・心理」は必要とされていません。|提供する根拠がありません。/)
      .first()
      .waitFor();
    await context.close();
  });

  it('shows the product’s own sentence when it refuses', async () => {
    const { page, context } = await desks.of('sato', `/cases/${team.caseId}`);
    await page.getByRole('button', { name: '対応を加える' }).click();
    const form = page.getByRole('form', { name: '対応を加える：誰が、何を、いつまでに' });
    await form.getByLabel('何を').fill('求人を探す');
    await form.getByLabel('情報区分').selectOption('LIFE');
    await form.getByLabel('担当（誰が）').selectOption({ label: '渡辺 誠（ハローワーク三鷹・就職支援ナビゲーター）' });
    await form.getByRole('button', { name: '対応を依頼する' }).click();
    await form.getByRole('alert').first().waitFor();
    expect(await form.getByLabel('何を').inputValue()).toBe('求人を探す');
    await context.close();
  });
});

describe('two windows at once', () => {
  it('shows both texts when one settles what the other is still writing about', async () => {
    const { people, caseId } = team;
    const { id } = await opened(people, caseId, ['takahashi']);
    const [one, other] = [await desks.of('sato', `/sessions/${id}`), await desks.of('sato', `/sessions/${id}`)];
    const carry = (page: Page, words: string) =>
      page
        .getByRole('button', { name: '次回へ持ち越す' })
        .last()
        .click()
        .then(() => page.getByLabel('持ち越す理由と、足りないもの').fill(words));
    await carry(one.page, '健診の結果を待つ。');
    await carry(other.page, '家主の返事を待つ。');
    await other.page.getByRole('button', { name: '次回へ持ち越す' }).last().click();
    await one.page.getByText('ほかの人が先に変えました。').waitFor();
    await one.page.getByText('家主の返事を待つ。').first().waitFor();
    expect(await one.page.getByLabel('持ち越す理由と、足りないもの').inputValue()).toBe('健診の結果を待つ。');
    await Promise.all([one.context.close(), other.context.close()]);
  });
});

describe('when something breaks off', () => {
  it('says that the connection is lost, keeps what is being typed, and catches up by itself', async () => {
    const desk = await desks.of('sato', `/cases/${team.caseId}/records`);
    await record(desk, '電話で、来週の面談を約束した。');
    await desk.context.setOffline(true);
    await desk.page.getByText('接続が切れました。').waitFor();
    await desk.page.getByRole('button', { name: '記録する' }).click();
    await desk.page.getByText('サーバーに接続できません。').waitFor();
    expect(await desk.page.getByLabel('内容').inputValue()).toBe('電話で、来週の面談を約束した。');
    await team.people.suzuki.do('writeRecord', { caseId: team.caseId, category: 'LIFE', kind: 'NOTE', body: '同じころ、窓口に来た。' });
    await desk.context.setOffline(false);
    await desk.page.getByText('同じころ、窓口に来た。').waitFor();
    await desk.page.getByRole('button', { name: '記録する' }).click();
    await desk.page.getByRole('listitem').filter({ hasText: '来週の面談を約束した' }).waitFor();
    await desk.context.close();
  });

  it('asks to sign in again over the same screen when the session is over, and the text is still there', async () => {
    const desk = await desks.of('kato', `/cases/${team.caseId}/records`);
    await record(desk, '保育園から、送迎の様子を聞いた。');
    await house.behind('update session set ended_at = now() where staff_id = $1', [team.people.kato.staffId]);
    await desk.page.getByRole('button', { name: '記録する' }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('ログイン名').fill('kato');
    await dialog.getByLabel('パスワード').fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: 'サインイン', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await desk.page.getByLabel('内容').inputValue()).toBe('保育園から、送迎の様子を聞いた。');
    await desk.page.getByRole('button', { name: '記録する' }).click();
    await desk.page.getByRole('listitem').filter({ hasText: '送迎の様子を聞いた' }).waitFor();
    await desk.context.close();
  });

  it('keeps what was typed across another page and the way back', async () => {
    const desk = await desks.of('sato', `/cases/${team.caseId}/records`);
    await record(desk, '𠮷田さんと髙橋さんに連絡した 🙂');
    await desk.page.getByRole('link', { name: '今日' }).click();
    await desk.page.getByRole('heading', { name: '今日' }).waitFor();
    await desk.page.goBack();
    await desk.page.getByRole('button', { name: '記録を書く' }).click();
    expect(await desk.page.getByLabel('内容').inputValue()).toBe('𠮷田さんと髙橋さんに連絡した 🙂');
    await desk.context.close();
  });

  it('takes a double click for one command', async () => {
    const desk = await desks.of('sato', `/cases/${team.caseId}/records`);
    await record(desk, '二度押しても一度だけ。');
    await desk.page.getByRole('button', { name: '記録する' }).dblclick();
    await desk.page.getByRole('listitem').filter({ hasText: '二度押しても一度だけ。' }).waitFor();
    const { case: written } = await team.people.sato.ask('query ($id: Uuid!) { case(id: $id) { records { body } } }', { id: team.caseId });
    expect(written.records.filter(({ body }: { body: string }) => body === '二度押しても一度だけ。')).toHaveLength(1);
    await desk.context.close();
  });

  it('takes the case from the screen when a seat ends, and hands back what was being typed', async () => {
    const desk = await desks.of('watanabe', `/cases/${team.caseId}/records`);
    await record(desk, '窓口での様子を書きかけて');
    const { case: seated } = await team.people.sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id staffId version } } }', {
      id: team.caseId,
    });
    const seat = seated.seats.find(({ staffId }: { staffId: string }) => staffId === team.people.watanabe.staffId);
    await team.people.sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当の交代' });
    await desk.page.getByText('このケースは見られません。').waitFor();
    await desk.page.getByText('窓口での様子を書きかけて').waitFor();
    expect(await desk.page.getByText('離婚後の生活と仕事の立て直し').count()).toBe(0);
    await desk.context.close();
  });
});
