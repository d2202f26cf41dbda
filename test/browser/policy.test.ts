import { Desks } from '../support/desks.js';
import { House } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

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

describe('the need-to-know table', () => {
  it('is read by everyone, and says who may change it', async () => {
    const { page, context } = await desks.of('watanabe', '/need-to-know');
    await page.getByRole('row', { name: /^保健師/ }).waitFor();
    await page.getByText('この表を変えられるのは、個人情報保護担当だけです。').waitFor();
    expect(await page.getByRole('button', { name: /変更する$/ }).count()).toBe(0);
    await context.close();
  });

  it('is changed by the information officer, who sees first whom it touches, and acts at once', async () => {
    const { caseId, people } = team;
    await people.takahashi.do('writeRecord', { caseId, category: 'HOUSING', kind: 'NOTE', body: '家主と話した。' });
    const ito = await desks.of('ito', `/cases/${caseId}/records`);
    await ito.page.getByRole('heading', { name: '住まい' }).waitFor();
    expect(await ito.page.getByText('家主と話した。').count()).toBe(0);

    const { page, context, faults } = await desks.of('ota', '/need-to-know');
    await page.getByRole('button', { name: '保健師・住まい：見出し。変更する' }).click();
    const dialog = page.getByRole('dialog', { name: '保健師 × 住まい' });
    await dialog.getByRole('radio', { name: /^読む/ }).check();
    await dialog.getByText('1人が「住まい」について、いまより多く見るようになります。').waitFor();
    await dialog.getByRole('button', { name: 'この内容に変える' }).click();
    await dialog.getByText('入力してください。').waitFor();
    await dialog.getByLabel('変更する理由').fill('転居の相談を受けるため');
    await dialog.getByRole('button', { name: 'この内容に変える' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByRole('row', { name: /保健師 × 住まい/ })
      .getByText('転居の相談を受けるため')
      .waitFor();
    await page.getByRole('button', { name: '保健師・住まい：読む。変更する' }).waitFor();

    await ito.page.reload();
    await ito.page.getByText('家主と話した。').waitFor();
    expect(faults).toEqual([]);
    await Promise.all([context.close(), ito.context.close()]);
  });
});
