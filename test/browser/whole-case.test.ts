import { Desks, type Desk } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let desks: Desks;
let team: Team;
let sato: Desk;

beforeAll(async () => {
  house = await House.open();
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
  sato = await desks.of('sato', `/cases/${team.caseId}`);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const kinds = async (): Promise<string[]> => {
  const rows = await house.behind<{ kind: string }>('select kind from trail where case_id = $1 order by seq', [team.caseId]);
  return rows.map(({ kind }) => kind);
};

describe('a slip', () => {
  it('with a task is undone in one press, in the place where it happened, and the trail keeps both', async () => {
    const owner = { kind: 'STAFF', staffId: team.people.takahashi.staffId };
    await team.people.sato.do('offerTask', { caseId: team.caseId, category: 'LIFE', what: '家賃の領収書', dueOn: inDays(7), owner });
    const { page, context } = await desks.of('takahashi');
    await page.getByRole('button', { name: '受諾する：家賃の領収書' }).click();
    await page.getByText('「家賃の領収書」を受諾しました。').waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByRole('button', { name: '受諾する：家賃の領収書' }).waitFor();
    await page.getByText('「家賃の領収書」を受諾しました。').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '受諾する：家賃の領収書' }).click();
    await page.getByRole('button', { name: '完了を報告：家賃の領収書' }).click();
    await page.getByLabel('結果（どうなったか）').fill('まだだった');
    await page.getByRole('button', { name: '報告する' }).click();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByRole('button', { name: '完了を報告：家賃の領収書' }).waitFor();
    expect((await kinds()).filter((kind) => kind.startsWith('task.'))).toEqual([
      'task.offered',
      'task.accepted',
      'task.reverted',
      'task.accepted',
      'task.done',
      'task.reverted',
    ]);
    // What was sent is not taken for unsent, although its form went with the answer.
    await page.reload();
    await page.getByRole('button', { name: '完了を報告：家賃の領収書' }).click();
    expect(await page.getByLabel('結果（どうなったか）').inputValue()).toBe('');
    await page.close();
    await context.close();
    const task = (await team.people.sato.ask('query ($id: Uuid!) { case(id: $id) { tasks { id version } } }', { id: team.caseId })).case
      .tasks[0];
    await team.people.sato.do('withdrawTask', { taskId: task.id, version: task.version, reason: '不要になった' });
  });
});

describe('the key person', () => {
  it('corrects a record, and both stay', async () => {
    const { page } = sato;
    await team.people.sato.do('writeRecord', { caseId: team.caseId, category: 'LIFE', kind: 'NOTE', body: '朝食をとっていた。' });
    await page.getByRole('link', { name: '記録', exact: true }).click();
    await page.getByRole('button', { name: /の記録を訂正する$/ }).click();
    const form = page.getByRole('form', { name: '訂正する' });
    expect(await form.getByLabel('内容').inputValue()).toBe('朝食をとっていた。');
    await form.getByLabel('内容').fill('朝食をとっていなかった。');
    await form.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('listitem').filter({ hasText: '朝食をとっていなかった。' }).getByText('訂正', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: '朝食をとっていた。' }).getByText('訂正済み').waitFor();
  });

  it('adds a child to the household, and says where they go to school', async () => {
    const { page } = sato;
    await page.getByRole('link', { name: '世帯と連絡先' }).click();
    await page.getByRole('button', { name: '世帯の人を加える' }).click();
    const child = page.getByRole('form', { name: '世帯の人を加える' });
    await child.getByRole('button', { name: '加える' }).click();
    await child.getByText('入力してください。').first().waitFor();
    await child.getByLabel('氏名').fill('森 𠮷乃');
    await child.getByLabel('ふりがな').fill('もり よしの');
    await child.getByLabel('生年月日').fill('2018-05-01');
    await child.getByRole('button', { name: '加える' }).click();
    await page.getByRole('button', { name: '森 𠮷乃さんの通学先を登録する' }).click();
    const school = page.getByRole('form', { name: '森 𠮷乃さんの通学先を登録する' });
    await school.getByLabel('学校・園の名前').fill('緑町小学校');
    await school.getByRole('button', { name: '登録する' }).click();
    await page.getByText('緑町小学校').waitFor();
  });

  it('agrees on a next appointment, and takes back that it was called off', async () => {
    const { page } = sato;
    await page.getByRole('link', { name: '次回の予定', exact: true }).click();
    await page.getByRole('button', { name: '次回の予定を入れる' }).click();
    const form = page.getByRole('form', { name: '次回の予定を入れる' });
    await form.getByLabel('場所').fill('子ども家庭支援センター 面談室');
    await form.getByRole('button', { name: '予定を入れる' }).click();
    const line = page.getByRole('listitem').filter({ hasText: '面談室' });
    await line.getByRole('button', { name: /会えた$/ }).press('Enter');
    await page.getByText('予定の時刻になると記録できます。').first().waitFor();
    await line.getByRole('button', { name: /予定を取りやめる$/ }).click();
    await line.getByLabel('取りやめる理由（ケースの担当者が読みます）').fill('押し間違い');
    await line.getByRole('button', { name: '取りやめる', exact: true }).last().click();
    await page.getByText('予定を取りやめました。').waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await line.getByText('予定', { exact: true }).waitFor();
  });

  it('revises the headline, lets another agency lead, and closes the case once nothing keeps it open', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: 'ケースを変更する' }).click();
    await page.getByRole('button', { name: '見出しを改める' }).click();
    await page.getByLabel('見出し', { exact: true }).fill('生活が落ち着き、終結に向かう');
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('heading', { name: '生活が落ち着き、終結に向かう' }).waitFor();
    await page.getByRole('button', { name: '主担当機関を替える' }).click();
    await page.getByLabel('新しい主担当機関').selectOption({ label: '生活福祉課' });
    await page.getByLabel('主担当機関を替える理由（両方の機関が読みます）').fill('生活の支援が中心になるため');
    await page.getByRole('button', { name: '主担当機関を替える' }).last().click();
    await page.getByRole('definition').filter({ hasText: '生活福祉課' }).first().waitFor();
    await page.getByRole('button', { name: 'ケースを終結する' }).click();
    await page.getByLabel('終結の理由（担当者が読みます）').fill('目標を達した。');
    await page.getByRole('button', { name: 'ケースを終結する' }).last().click();
    await page.getByText('終結', { exact: true }).first().waitFor();
    expect((await kinds()).slice(-4)).toEqual(['case.headline-revised', 'case.lead-agency-changed', 'case.closed', 'key-person.ended']);
    expect(sato.faults).toEqual([]);
  });
});
