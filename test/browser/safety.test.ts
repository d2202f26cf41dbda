import { Desks, type Desk } from '../support/desks.js';
import { House } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let desks: Desks;
let team: Team;
let number: string;
let sato: Desk;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  [desks, team] = await Promise.all([Desks.open(house), assemble(house)]);
  const { case: found } = await team.people.sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: team.caseId });
  number = found.number;
  sato = await desks.of('sato', `/cases/${team.caseId}/sharing`);
});

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const part = (name: string) => sato.page.getByRole('navigation', { name: 'ケースの中' }).getByRole('link', { name }).click();

describe('what an agency may know', () => {
  it('is recorded as the client says it, and shows on the screen of the agency', async () => {
    const { page } = sato;
    const watanabe = await desks.of('watanabe', `/cases/${team.caseId}/records`);
    await watanabe.page.getByRole('heading', { name: '健康・心理' }).waitFor();
    await page.getByRole('button', { name: '同意を記録する' }).click();
    const form = page.getByRole('form', { name: '本人の同意を記録する' });
    await form.getByRole('button', { name: '記録する' }).click();
    await form.getByText('機関を選んでください。').waitFor();
    await form.getByRole('checkbox', { name: 'ハローワーク三鷹' }).check();
    await form.getByRole('checkbox', { name: '住まい' }).check();
    await form.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('row', { name: /ハローワーク三鷹.*住まい/ }).waitFor();
    await watanabe.page.getByText('ハローワーク就職支援ナビゲーターの業務に「住まい」は必要とされていません。').waitFor();
    await watanabe.context.close();
  });

  it('ends for everyone of the agency when the client withdraws, and the ledger keeps it', async () => {
    const { page } = sato;
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^ハローワーク三鷹/ }) });
    const withdrawals = card.getByRole('button', { name: '同意の撤回を記録する' });
    // One from before she was seated, one from just now.
    for (const left of [1, 0]) {
      await withdrawals.first().click();
      const form = card.locator('form');
      await form.getByLabel('撤回の申し出の内容').fill('就職が決まり、もう要らないと話した。');
      await form.getByRole('button', { name: '同意の撤回を記録する' }).click();
      await form.waitFor({ state: 'detached' });
      await withdrawals.nth(left).waitFor({ state: 'detached' });
    }
    const withdrawn = page.getByRole('row', { name: /ハローワーク三鷹.*撤回/ });
    await withdrawn.nth(1).waitFor();
    expect(await withdrawn.count()).toBe(2);
    await card.getByText('この機関の席は眠っています。').waitFor();
    const watanabe = await desks.of('watanabe', `/cases/${team.caseId}`);
    await watanabe.page.getByText('このケースは見られません。').waitFor();
    await watanabe.context.close();
  });
});

describe('a shielded household', () => {
  it('is marked on every screen of the case, and its telephone number is gone from those of others', async () => {
    const takahashi = await desks.of('takahashi', `/cases/${team.caseId}/household`);
    await takahashi.page
      .getByRole('button', { name: /さんの連絡先を加える$/ })
      .first()
      .click();
    await takahashi.page.getByLabel('連絡先', { exact: true }).fill('090-1234-5678');
    await takahashi.page.getByRole('button', { name: '加える', exact: true }).click();
    await takahashi.page.getByText('090-1234-5678').waitFor();

    await part('世帯と連絡先');
    await sato.page.getByRole('button', { name: '居所を守る（支援措置）' }).click();
    await sato.page.getByLabel('理由', { exact: true }).fill('元夫が居所を探している。');
    await sato.page.getByRole('button', { name: '支援措置を始める' }).click();
    await sato.page.getByRole('heading', { name: 'この世帯の居所は支援措置（DV等）で守られています' }).waitFor();
    await sato.page.getByText('支援措置（居所を伝えない）').waitFor();
    await takahashi.page.getByText('090-1234-5678').waitFor({ state: 'detached' });
    await takahashi.context.close();
  });

  it('warns the key person before somebody connected with the other party is seated, and asks why', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '相手方を記録する' }).click();
    const form = page.getByRole('form', { name: '相手方を記録する' });
    await form.getByLabel('相手方の氏名').fill('松本 剛');
    await form.getByLabel('相手方のふりがな').fill('まつもと つよし');
    await form.getByLabel('本人または親族が職員のとき、その職員').selectOption({ label: '松本 彩' });
    await form.getByLabel('相手方とする理由').fill('元夫');
    await form.getByRole('button', { name: '相手方を記録する' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('松本 彩').waitFor();
    await part('チーム');
    await page.getByRole('button', { name: 'チームに加える' }).click();
    const seating = page.getByRole('form', { name: 'チームに加える' });
    await seating.getByLabel('誰を、どの立場で').selectOption({ label: '松本 彩（子ども家庭支援センター・就職支援ナビゲーター）' });
    await seating.getByText('相手方とつながりがあるかもしれません。').waitFor();
    await seating.getByRole('button', { name: 'チームに加える' }).click();
    await seating.getByRole('alert').waitFor();
    await seating.getByLabel('それでも参加を認める理由').fill('同姓の別人と確かめた。');
    await seating.getByRole('button', { name: 'チームに加える' }).click();
    await page.getByRole('listitem').filter({ hasText: '松本' }).first().waitFor();
  });
});

describe('in an emergency', () => {
  it('somebody off the case looks in with a reason, under a banner that counts down, and the key person answers for it', async () => {
    // 加藤 has a seat here; of the people who work on cases only 中村, who manages, and the administrators have none.
    const { people, caseId } = team;
    const { case: seated } = await people.sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id staffId version } } }', { id: caseId });
    const seat = seated.seats.find(({ staffId }: { staffId: string }) => staffId === people.kato.staffId);
    await people.sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当の交代' });
    await people.ito.do('writeRecord', { caseId, category: 'HEALTH', kind: 'NOTE', body: '夜の薬を変えた。' });

    const kato = await desks.of('kato', '/cases');
    await kato.page.getByRole('link', { name: '番号で緊急閲覧' }).click();
    await kato.page.getByText('キーパーソンと管理者に、いますぐ、あなたの名前と理由が届きます。').waitFor();
    await kato.page.getByLabel('ケース番号').fill(number);
    await kato.page.getByRole('checkbox', { name: '健康・心理' }).check();
    await kato.page.getByLabel('何が起きていて、なぜこの情報がいま必要か').fill('夜間に救急搬送された。');
    await kato.page.getByRole('button', { name: '理由を届けて、開く' }).click();
    await kato.page.getByText('夜の薬を変えた。').waitFor();
    const banner = kato.page.getByRole('region', { name: '緊急閲覧' });
    await banner.getByText('あと30分').waitFor();
    await banner.getByRole('button', { name: '閲覧を終える' }).click();
    await kato.page.getByText('このケースは見られません。').waitFor();

    await sato.page.getByRole('link', { name: '今日' }).click();
    await sato.page.getByText('「夜間に救急搬送された。」').waitFor();
    await sato.page.getByRole('radio', { name: '正当だった' }).check();
    await sato.page.getByLabel('判断の理由（閲覧した人が読みます）').fill('救急隊の照会を確かめた。');
    await sato.page.getByRole('button', { name: '判断を送る' }).click();
    await sato.page.getByText('「夜間に救急搬送された。」').waitFor({ state: 'detached' });

    await sato.page.goto(`${house.address}/cases/${caseId}/readers`);
    await sato.page
      .getByRole('row', { name: /加藤.*緊急閲覧として/ })
      .first()
      .waitFor();
    await kato.context.close();
  });

  it('left no fault in the key person’s window but the refusals', () => {
    expect(sato.faults).toEqual([]);
  });
});
