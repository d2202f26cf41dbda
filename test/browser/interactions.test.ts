import type { Locator, Page } from 'playwright-core';
import { Desks } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let desks: Desks;
let team: Team;
const counted: string[] = [];

beforeAll(async () => {
  house = await House.open();
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
  process.stdout.write(`\n${counted.join('\n')}\n`);
});

/** Somebody's hands: each press, each field that is filled in and each choice is one interaction. */
class Hands {
  count = 0;
  press = (what: Locator) => this.once(() => what.click());
  type = (where: Locator, words: string) => this.once(() => where.fill(words));
  choose = (where: Locator, label: string) => this.once(() => where.selectOption({ label }));

  private async once(act: () => Promise<unknown>): Promise<void> {
    this.count += 1;
    await act();
  }
}

async function job(
  name: string,
  most: number,
  login: string,
  path: string,
  work: (page: Page, hands: Hands) => Promise<void>,
): Promise<void> {
  const { page, context } = await desks.of(login, path);
  const hands = new Hands();
  await work(page, hands);
  counted.push(`${name}: ${hands.count} (at most ${most})`);
  expect(hands.count).toBeLessThanOrEqual(most);
  await context.close();
}

const offer = async (what: string) => {
  const owner = { kind: 'STAFF', staffId: team.people.takahashi.staffId };
  return team.people.sato.do('offerTask', { caseId: team.caseId, category: 'LIFE', what, dueOn: inDays(7), owner }, 'id version');
};

it('accepts a task in one interaction', async () => {
  await offer('家賃の領収書を確かめる');
  await job('accept a task', 1, 'takahashi', '/', async (page, { press }) => {
    await press(page.getByRole('button', { name: '受諾する：家賃の領収書を確かめる' }));
    await page.getByRole('button', { name: '完了を報告：家賃の領収書を確かめる' }).waitFor();
  });
});

it('reports a task done in three', async () => {
  await job('report a task done', 3, 'takahashi', '/', async (page, { press, type }) => {
    await press(page.getByRole('button', { name: '完了を報告：家賃の領収書を確かめる' }));
    await type(page.getByLabel('結果（どうなったか）'), '三か月分を確かめた。');
    await press(page.getByRole('button', { name: '報告する' }));
    await page.getByRole('button', { name: '完了を報告：家賃の領収書を確かめる' }).waitFor({ state: 'detached' });
  });
});

it('convenes a conference in twelve, its words included', async () => {
  await job('convene a conference', 12, 'sato', '/', async (page, { press, type, choose }) => {
    await press(page.getByRole('link', { name: 'ケース' }));
    await press(page.getByRole('link', { name: '離婚後の生活と仕事の立て直し' }));
    await press(page.getByRole('link', { name: '会議と課題' }));
    await press(page.getByRole('button', { name: '会議を招集する' }));
    await type(page.getByLabel('開催の理由'), '家庭訪問で生活の乱れが分かったため');
    await type(page.getByLabel('議題 1', { exact: true }), '何から支えるか');
    await choose(page.getByLabel('議題 1 の情報区分'), '生活状況');
    await type(page.getByLabel('場所'), '子ども家庭支援センター 会議室');
    await press(page.getByRole('button', { name: '招集する' }));
    await page.getByRole('heading', { name: '第1回カンファレンス' }).waitFor();
  });
});

it('takes a decision with who, what and by when in five', async () => {
  const { people, caseId } = team;
  const { case: found } = await people.sato.ask('query ($id: Uuid!) { case(id: $id) { sessions { id version } } }', { id: caseId });
  const [{ id, version }] = found.sessions as [{ id: string; version: number }];
  await people.sato.do('openSession', { sessionId: id, version });
  await job('take a decision', 5, 'sato', `/sessions/${id}`, async (page, { press, type, choose }) => {
    await press(page.getByRole('button', { name: '決定を書く：何から支えるか' }));
    const line = page.getByRole('form', { name: '決定を書く：何から支えるか' });
    await choose(line.getByLabel('担当（誰が）'), '高橋 健一（生活福祉課・ケースワーカー）');
    await type(line.getByLabel('何を'), '家賃の分納を大家と話す');
    await type(line.getByLabel('いつまでに'), inDays(10));
    await press(line.getByRole('button', { name: '決定する' }));
    await page.getByText('家賃の分納を大家と話す').first().waitFor();
  });
});
