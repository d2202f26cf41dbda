import type { Page } from 'playwright-core';
import { openedBy } from '../support/conference.js';
import { Desks, type Desk } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { showSeries, type ShownSeries } from '../support/shown-series.js';

let house: House;
let desks: Desks;
let shown: ShownSeries;
let sato: Desk;
let takahashi: Desk;
let kato: Desk;

const room = () => `/sessions/${shown.ahead}`;
const item = (page: Page, what: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: what }) });

beforeAll(async () => {
  house = await House.open();
  desks = await Desks.open(house);
  const chair = await house.person('sato');
  const caseId = await openedBy(chair);
  await chair.do('giveSeat', { caseId, staffId: (await house.person('takahashi')).staffId });
  shown = await showSeries(house, [caseId]);
  sato = await desks.of('sato', '/');
  takahashi = await desks.of('takahashi', room());
  kato = await desks.of('kato', room());
}, 90_000);

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

describe('a meeting over many cases: 佐藤 in the chair, 高橋 on the case, 加藤 on none of it', () => {
  it('tells the chair in Today that something was proposed, and everyone sees it taken on', async () => {
    const { page } = sato;
    await page.getByRole('heading', { name: '提案された議題：取り上げるか決めてください' }).waitFor();
    await page.getByRole('link', { name: '議題を見て決める' }).click();
    await page.getByRole('button', { name: '取り上げる：住宅確保給付金の窓口が混んでいる' }).click();
    const form = page.getByRole('form', { name: /^取り上げる/ });
    await form.getByLabel('予定時間（分、空欄でもよい）').fill('十分');
    await form.getByText('1から480までの分を入力してください。').first().waitFor();
    await form.getByLabel('予定時間（分、空欄でもよい）').fill('１０');
    await form.getByRole('button', { name: '取り上げる', exact: true }).click();
    await takahashi.page.getByText('予定10分').waitFor();
  });

  it('keeps what is about a case with those who see the case', async () => {
    const add = takahashi.page.getByRole('form', { name: '議題を加える' });
    await add.getByLabel('どのケースについて').selectOption({ index: 1 });
    await add.getByLabel('加える議題').fill('保育園の入園と就職の時期');
    await add.getByRole('button', { name: '加える' }).click();
    await sato.page.getByRole('button', { name: '取り上げる：保育園の入園と就職の時期' }).click();
    await sato.page
      .getByRole('form', { name: /^取り上げる/ })
      .getByRole('button', { name: '取り上げる', exact: true })
      .click();
    await takahashi.page.getByText('提案（生活福祉課）').waitFor({ state: 'detached' });
    expect(await kato.page.getByText('保育園の入園と就職の時期').count()).toBe(0);
  });

  it('says before the day whether ハローワーク comes, and what cannot be decided without them', async () => {
    await sato.page.getByText('必ず参加：').waitFor();
    await sato.page.getByText(/いまのままでは、この回で決定できません/).waitFor();
  });

  it('opens, comes to an item, and shows everyone which one is under discussion', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '開会する' }).click();
    await page.getByRole('button', { name: 'この議題に入る：保育園の入園と就職の時期' }).click();
    await takahashi.page.getByText('いま話し合い中').waitFor();
    await takahashi.page.locator('[aria-current=step]').getByText('保育園の入園と就職の時期').waitFor();
    for (const select of await page.getByRole('combobox', { name: /さんの出欠$/ }).all()) await select.selectOption('PRESENT');
  });

  it('takes a decision on the case, with who, what and by when', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '決定を書く：保育園の入園と就職の時期' }).click();
    const line = page.getByRole('form', { name: '決定を書く：保育園の入園と就職の時期' });
    await line.getByLabel('担当（誰が）').selectOption({ label: '高橋 健一（生活福祉課・ケースワーカー）' });
    await line.getByLabel('何を').fill('内定の時期を会社に確かめる');
    await line.getByRole('button', { name: '決定する' }).click();
    await takahashi.page.getByText('内定の時期を会社に確かめる').first().waitFor();
    expect(await kato.page.getByText('内定の時期を会社に確かめる').count()).toBe(0);
  });

  it('when two settle one item at once, both texts stay: the one that is kept, and one’s own', async () => {
    const what = '住宅確保給付金の窓口が混んでいる';
    const other = await desks.of('sato', room());
    for (const { page } of [sato, other]) await page.getByRole('button', { name: `次回へ持ち越す：${what}` }).click();
    const box = (page: Page) => item(page, what).getByRole('textbox').last();
    await box(sato.page).fill('窓口の人数を聞いてから決める');
    await box(other.page).fill('四月の体制を見てから決める');
    await item(sato.page, what).getByRole('button', { name: '次回へ持ち越す', exact: true }).last().click();
    await other.page.getByText('ほかの人が先に変えました。いま保存されている内容：').waitFor();
    await other.page.getByText('窓口の人数を聞いてから決める').first().waitFor();
    expect(await box(other.page).inputValue()).toBe('四月の体制を見てから決める');
    await other.context.close();
  });

  it('gives the papers of the agency before, and a digest and corrections after', async () => {
    const { page } = takahashi;
    await page.goto(`${house.address}${room()}/papers`);
    await page.getByRole('heading', { name: '自分の機関が約束して、まだ終わっていない対応' }).waitFor();
    await page.getByText('保育園の入園と就職の時期').first().waitFor();
    await page.goto(`${house.address}/sessions/${shown.over}/minutes`);
    await page.getByRole('button', { name: '欠席した人のための要約' }).click();
    await page
      .getByText(/議題と結論/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '訂正を書き添える' }).click();
    await page.getByRole('button', { name: '訂正する' }).click();
    await page.getByText('入力してください。').first().waitFor();
    await page.getByLabel('正しくは').fill('報告は三機関からあった');
    await page.getByLabel('訂正の理由').fill('書き落としていたため');
    await page.getByRole('button', { name: '訂正する' }).dblclick();
    // The form holds the same words until its command has come to an end.
    await page.getByLabel('正しくは').waitFor({ state: 'detached' });
    const told = page.getByRole('listitem').filter({ hasText: '報告は三機関からあった' });
    await told.first().waitFor();
    expect(await told.count()).toBe(1);
  });

  it('left no fault in anybody’s window', () => {
    expect([sato, takahashi, kato].flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('one’s own time, calendar and mail', () => {
  it('shows the address of a calendar once, and ends it', async () => {
    const { page, context } = await desks.of('takahashi', '/account');
    await page.getByRole('button', { name: 'アドレスを作る' }).click();
    const shownOnce = (await page.locator('[data-feed]').textContent())!;
    // The house listens on a port that nobody could configure beforehand.
    const address = `${house.address}${new URL(shownOnce).pathname}`;
    expect((await fetch(address)).status).toBe(200);
    await page.getByRole('button', { name: '写したので閉じる' }).click();
    await page.getByText(shownOnce).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '使えなくする' }).click();
    await page.getByRole('button', { name: 'アドレスを作る' }).waitFor();
    expect((await fetch(address)).status).toBe(404);
    await context.close();
  });

  it('chooses mail, an absence and working days, and whoever convenes learns that one cannot come, and not why', async () => {
    const { page, context } = await desks.of('takahashi', '/account', 'en');
    const mail = page.getByRole('form', { name: 'Notices by mail' });
    await mail.getByLabel('Mail address at work').fill('no address');
    await mail.getByRole('button', { name: 'Save' }).click();
    await mail.getByRole('alert').first().waitFor();
    await mail.getByLabel('Mail address at work').fill('takahashi@city.example');
    await mail.getByLabel('what waits for me').check();
    await mail.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'Add an absence' }).click();
    const form = page.getByRole('form', { name: 'Add an absence' });
    await form.getByLabel('From').fill(inDays(7));
    await form.getByLabel('Until').fill(inDays(7));
    await form.getByRole('button', { name: 'Add an absence' }).click();
    await page.getByRole('button', { name: /^Take back/ }).waitFor();
    const [{ case_id: caseId }] = (await house.behind('select case_id from caseload_entry limit 1')) as [{ case_id: string }];
    const chair = await desks.of('sato', `/cases/${caseId}/convene`);
    await chair.page
      .getByText(/まで不在です|閉庁日です/)
      .first()
      .waitFor();
    await chair.page.getByRole('button', { name: '集まれる時間を探す' }).click();
    await chair.page
      .getByRole('button', { name: /^この時間にする/ })
      .first()
      .click();
    await chair.page.getByText('全員来られます').first().waitFor();
    await Promise.all([context.close(), chair.context.close()]);
  });

  it('sends somebody else of the same agency', async () => {
    const { page, context } = await desks.of('kato', '/');
    await page.getByRole('button', { name: '代理を立てる' }).first().click();
    const form = page.getByRole('form', { name: '代理を立てる' });
    await form
      .getByLabel('代わりに出る人（同じ機関）')
      .selectOption({ label: '鈴木 直子（子ども家庭支援センター・母子・父子自立支援員）' });
    await form.getByRole('button', { name: '代理を頼む' }).click();
    await form.waitFor({ state: 'detached' });
    const { invitations } = (
      await shown.people.sato.ask('query ($id: Uuid!) { conferenceSession(id: $id) { invitations { status } } }', { id: shown.ahead })
    ).conferenceSession;
    expect(invitations.some(({ status }: { status: string }) => status === 'DELEGATED')).toBe(true);
    await context.close();
  });

  it('adds a closing day and a kind of meeting, each as whoever may', async () => {
    const admin = await desks.of('yamada', '/administration');
    await admin.page.getByRole('button', { name: '閉庁日を加える' }).click();
    const form = admin.page.getByRole('form', { name: '閉庁日を加える' });
    await form.getByRole('button', { name: '閉庁日を加える' }).click();
    await form.getByText('入力してください。').first().waitFor();
    await form.getByLabel('閉庁日', { exact: true }).fill(inDays(40));
    await form.getByLabel('呼び名（例：開庁記念日）').fill('開庁記念日');
    await form.getByRole('button', { name: '閉庁日を加える' }).click();
    await admin.page.getByRole('button', { name: '取り消す：開庁記念日' }).waitFor();
    const officer = await desks.of('ota', '/meetings/kinds');
    await officer.page.getByRole('button', { name: '独自の種別を加える' }).click();
    const kind = officer.page.getByRole('form', { name: '独自の種別を加える' });
    for (const [label, text] of [
      ['名前', '就労連絡会'],
      ['英語の名前', 'employment liaison'],
      ['短い名前（英大文字・数字・下線）', 'small letters'],
      ['出典（要綱・法令など）', '武蔵野市要綱'],
      ['決めた理由', '毎月集まるため'],
    ] as const)
      await kind.getByLabel(label, { exact: true }).fill(text);
    await kind.getByRole('button', { name: '独自の種別を加える' }).click();
    await kind.getByText('英大文字・数字・下線で入力してください。').first().waitFor();
    await kind.getByLabel('短い名前（英大文字・数字・下線）').fill('MUSASHINO_LIAISON');
    await kind.getByRole('button', { name: '独自の種別を加える' }).click();
    await officer.page.getByRole('heading', { name: /就労連絡会/ }).waitFor();
    await officer.page.getByRole('button', { name: '内容を改める：就労連絡会' }).click();
    const again = officer.page.getByRole('form', { name: '内容を改める：就労連絡会' });
    await again.getByLabel('約束する回数（空欄なら約束なし）').fill('２');
    await again.getByRole('button', { name: '内容を改める' }).click();
    await again.getByText('入力してください。').first().waitFor();
    await again.getByLabel('決めた理由').fill('月二回に改めるため');
    await again.getByRole('button', { name: '内容を改める' }).click();
    await officer.page.getByText('月二回に改めるため').waitFor();
    await Promise.all([admin.context.close(), officer.context.close()]);
  });
});
