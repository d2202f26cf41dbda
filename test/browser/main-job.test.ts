import type { Page } from 'playwright-core';
import { Desks, type Desk } from '../support/desks.js';
import { House } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let desks: Desks;
let team: Team;
let sato: Desk;
let takahashi: Desk;
let ito: Desk;

beforeAll(async () => {
  house = await House.open();
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
  sato = await desks.of('sato', `/cases/${team.caseId}/sessions`);
  takahashi = await desks.of('takahashi');
  ito = await desks.of('ito');
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const room = (page: Page) => page.getByRole('listitem').filter({ hasText: '何から支えるか' });

describe('佐藤 the key person, 高橋 the caseworker and 伊藤 the nurse, each at their own screen', () => {
  it('convenes a conference in under twelve interactions, and the others see the invitation arrive', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '会議を招集する' }).click();
    await page.getByLabel('開催の理由').fill('家庭訪問で生活の乱れが分かったため');
    await page.getByLabel('議題 1', { exact: true }).fill('何から支えるか');
    await page.getByLabel('議題 1 の情報区分').selectOption('LIFE');
    await page.getByLabel('場所').fill('子ども家庭支援センター 会議室');
    await page.getByRole('button', { name: '招集する' }).click();
    await page.getByRole('heading', { name: '第1回カンファレンス' }).waitFor();
    await takahashi.page.getByText('家庭訪問で生活の乱れが分かったため').waitFor();
    await ito.page.getByText('家庭訪問で生活の乱れが分かったため').waitFor();
  });

  it('shows the answer of each on the screen of the one who asked', async () => {
    await takahashi.page.getByRole('button', { name: '参加する' }).click();
    await sato.page.getByRole('listitem').filter({ hasText: '高橋' }).getByText('参加', { exact: true }).waitFor();
    await ito.page.getByRole('button', { name: '参加する' }).click();
    await sato.page.getByRole('listitem').filter({ hasText: '伊藤' }).getByText('参加', { exact: true }).waitFor();
  });

  it('opens the session, and what one tells the other reads without asking', async () => {
    await takahashi.page.getByRole('link', { name: '議題を見る' }).click();
    await ito.page.getByRole('link', { name: '議題を見る' }).click();
    await sato.page.getByRole('button', { name: '開会する' }).click();
    const say = takahashi.page.getByRole('form', { name: 'この場に伝えること' });
    await say.getByRole('textbox').fill('家賃の支払いが二か月遅れている。');
    await say.getByRole('button', { name: '伝える' }).click();
    await sato.page.getByText('家賃の支払いが二か月遅れている。').waitFor();
    await ito.page.getByText('家賃の支払いが二か月遅れている。').waitFor();
  });

  it('lets everyone write at once and loses nothing', async () => {
    const told = ['夜は眠れていると話した。', '朝食をとっていない日がある。', '住宅扶助の更新が来月ある。'];
    const writers = [sato, ito, takahashi];
    await Promise.all(
      writers.map(async ({ page }, at) => {
        const say = page.getByRole('form', { name: 'この場に伝えること' });
        await say.getByLabel('情報区分').selectOption('LIFE');
        await say.getByRole('textbox').fill(told[at]!);
        await say.getByRole('button', { name: '伝える' }).click();
      }),
    );
    for (const { page } of writers) for (const words of told) await page.getByRole('paragraph').filter({ hasText: words }).waitFor();
  });

  it('shows who is in the room, who comes, and who closes their window', async () => {
    const present = (name: string) =>
      sato.page.getByRole('list', { name: 'いまこの部屋を開いている人' }).getByRole('listitem').filter({ hasText: name });
    for (const name of ['佐藤', '高橋', '伊藤']) await present(name).waitFor();
    await ito.page.getByRole('link', { name: '今日' }).click();
    await present('伊藤').waitFor({ state: 'detached' });
    const again = await desks.of('ito', new URL(sato.page.url()).pathname);
    await present('伊藤').waitFor();
    await again.context.close();
    await present('伊藤').waitFor({ state: 'detached' });
    await present('高橋').waitFor();
  });

  it('takes a decision in one line, and it stands in the other person’s Today as a task', async () => {
    const { page } = sato;
    await room(page)
      .getByRole('button', { name: /^決定を書く/ })
      .click();
    const line = page.getByRole('form', { name: '決定を書く：何から支えるか' });
    await line.getByLabel('担当（誰が）').selectOption({ label: '高橋 健一（生活福祉課・ケースワーカー）' });
    await line.getByLabel('何を').fill('家賃の分納を大家と話す');
    await line.getByRole('button', { name: '決定する' }).click();
    await takahashi.page.getByText('家賃の分納を大家と話す').waitFor();
    await takahashi.page.getByRole('link', { name: '今日' }).click();
    await takahashi.page.getByRole('heading', { name: '受諾を待っている依頼' }).waitFor();
    await sato.page.goto(`${house.address}/cases/${team.caseId}`);
    await sato.page
      .getByRole('row', { name: /家賃の分納を大家と話す/ })
      .getByText('受諾待ち')
      .waitFor();
  });

  it('accepts it in one press, and the responsibility table of the key person moves by itself', async () => {
    await takahashi.page.getByRole('button', { name: '受諾する：家賃の分納を大家と話す' }).click();
    await sato.page
      .getByRole('row', { name: /家賃の分納を大家と話す/ })
      .getByText('受諾', { exact: true })
      .waitFor();
  });

  it('reports it done in three interactions', async () => {
    await takahashi.page.getByRole('button', { name: '完了を報告：家賃の分納を大家と話す' }).click();
    await takahashi.page.getByLabel('結果（どうなったか）').fill('三回に分けて払うことで合意した。');
    await takahashi.page.getByRole('button', { name: '報告する' }).click();
    await sato.page.getByRole('button', { name: '終わった対応（1）' }).click();
    await sato.page.getByText('三回に分けて払うことで合意した。').waitFor();
  });

  it('closes with everyone marked, and each attendee confirms the minutes', async () => {
    const { page } = sato;
    await page.getByRole('link', { name: '会議と課題' }).click();
    await page.getByRole('link', { name: '会議室', exact: true }).click();
    await page.getByRole('button', { name: '閉会する' }).click();
    await page.getByRole('alert').waitFor();
    const unmarked = page.getByRole('combobox', { name: /さんの出欠$/ });
    await unmarked.first().waitFor();
    for (const select of await unmarked.all()) {
      await select.selectOption('PRESENT');
      await page.locator('[data-connection=connected]').waitFor();
    }
    await page.getByText('出欠 残り0人').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '閉会する' }).click();
    await page.getByRole('link', { name: '会議録を見る' }).click();
    await page.getByRole('cell', { name: '家賃の分納を大家と話す' }).waitFor();
    await takahashi.page.getByRole('link', { name: '会議録を読んで確認する' }).click();
    await takahashi.page.getByRole('button', { name: '会議録のとおりです（確認）' }).click();
    await page
      .getByRole('row', { name: /高橋 健一/ })
      .getByText('確認済み')
      .waitFor();
  });

  it('left no fault in anybody’s window', () => {
    expect([sato, takahashi, ito].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
