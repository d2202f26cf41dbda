import { Desks, type Desk } from '../support/desks.js';
import { opened } from '../support/conference.js';
import { House } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let desks: Desks;
let team: Team;
let suzuki: Desk;
let sato: Desk;

beforeAll(async () => {
  house = await House.open();
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
  await opened(team.people, team.caseId, ['suzuki', 'watanabe', 'ito']);
  suzuki = await desks.of('suzuki', `/cases/${team.caseId}/plans`);
  sato = await desks.of('sato', `/cases/${team.caseId}/plans`);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const card = ({ page }: Desk) => page.getByRole('article', { name: '就労支援プラン：日勤の事務の仕事に就く' });

describe('鈴木 plans with the mother, and 佐藤 the key person puts the question to the meeting', () => {
  it('drafts a goal with who does what by when, and says what is missing before anything is sent', async () => {
    const { page } = suzuki;
    await page.getByRole('button', { name: 'プランの案を作る' }).click();
    const form = page.getByRole('form', { name: 'プランの案を作る' });
    await form.getByRole('button', { name: '案として保存する' }).click();
    await form.getByRole('alert').first().waitFor();
    await form.getByLabel('目標').fill('日勤の事務の仕事に就く');
    await form.getByLabel('取組 1：何を').fill('求人を三件選ぶ');
    await form.getByLabel('担当（誰が）').selectOption({ label: '渡辺 誠（ハローワーク三鷹・就職支援ナビゲーター）' });
    await form.getByRole('button', { name: '案として保存する' }).click();
    await card(suzuki).getByText('求人を三件選ぶ').waitFor();
    await card(sato).getByText('案', { exact: true }).waitFor();
  });

  it('puts it to the meeting that is open; whoever leads it approves it, and the step is a task', async () => {
    await card(suzuki).getByRole('button', { name: '会議に諮る' }).click();
    await card(suzuki).getByRole('form', { name: '会議に諮る' }).getByRole('button', { name: '会議に諮る' }).click();
    await card(sato).getByRole('button', { name: '決定する' }).click();
    await card(suzuki).getByText('決定', { exact: true }).waitFor();
    await card(suzuki).getByText('受諾待ち').waitFor();
  });

  it('changes what comes first, and the other reads why', async () => {
    await sato.page.getByRole('button', { name: '優先を変える' }).click();
    const form = sato.page.getByRole('form', { name: '優先を変える' });
    await form.getByLabel('理由（ケースの担当者全員が読みます）').fill('就業より先に生活を支える');
    await form.getByRole('button', { name: '優先を変える' }).click();
    await suzuki.page.getByText('就業より先に生活を支える').waitFor();
  });

  it('resolves an issue, takes that back in one press, and opens it again later', async () => {
    const { page } = sato;
    await page.getByRole('link', { name: '会議と課題' }).click();
    await page.getByRole('link', { name: '会議室', exact: true }).click();
    const form = page.getByRole('form', { name: '課題に名前をつける' });
    await form.getByLabel('課題（何が難しいか）').fill('朝の支度が間に合わない');
    await form.getByRole('button', { name: '課題に名前をつける' }).click();
    const resolve = async () => {
      await page.getByRole('button', { name: '解決：朝の支度が間に合わない' }).click();
      await page.getByLabel('どう解決したか').fill('祖母が来ることになった');
      await page.getByRole('button', { name: '解決', exact: true }).click();
      await page.getByText('課題「朝の支度が間に合わない」を解決済みにしました。').waitFor();
    };
    await resolve();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await resolve();
    await page
      .getByRole('link', { name: /離婚後の生活/ })
      .first()
      .click();
    await page.getByRole('button', { name: '未解決に戻す：朝の支度が間に合わない' }).click();
    await page.getByRole('listitem').filter({ hasText: '朝の支度が間に合わない' }).getByText('未解決', { exact: true }).waitFor();
  });

  it('has nothing wrong in either window', () => {
    expect([...suzuki.faults, ...sato.faults]).toEqual([]);
  });
});
