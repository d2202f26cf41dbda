import type { Page } from 'playwright-core';
import { agencyIds } from '../support/conference.js';
import { Desks, type Desk } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
import { showSeries, type ShownSeries } from '../support/shown-series.js';

let house: House;
let desks: Desks;
let shown: ShownSeries;

beforeAll(async () => {
  house = await House.open();
  [desks, shown] = await Promise.all([Desks.open(house), showSeries(house)]);
}, 90_000);

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

const series = () => `/meetings/series/${shown.id}`;
const focusedDay = (page: Page) => page.locator(':focus').getAttribute('data-day');

describe('the calendar', () => {
  it('is walked through by keyboard: days, weeks and months, and one day alone', async () => {
    const { page, context, faults } = await desks.of('sato', '/meetings');
    await page.locator(`[data-day="${inDays(0)}"]`).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedDay(page)).toBe(inDays(1));
    await page.keyboard.press('ArrowDown');
    expect(await focusedDay(page)).toBe(inDays(8));
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    const sunday = (await focusedDay(page))!;
    expect(new Date(`${sunday}T00:00:00Z`).getUTCDay()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByText('この期間に会議の予定はありません').waitFor();
    await page.getByRole('button', { name: 'この期間のすべて' }).click();
    await page.getByRole('listitem').filter({ hasText: '市役所 401会議室' }).first().waitFor();
    await page.getByRole('button', { name: '週', exact: true }).click();
    expect(await page.locator('[data-day]').count()).toBe(7);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says when the office is closed, and in English too', async () => {
    const { page, context } = await desks.of('sato', '/meetings', 'en');
    for (let month = 0; month < 12; month += 1) {
      if (await page.getByRole('button', { name: /年末年始/ }).count()) break;
      await page.getByRole('button', { name: /Later/ }).click();
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    }
    await page
      .getByRole('button', { name: /年末年始/ })
      .first()
      .waitFor();
    await context.close();
  });
});

describe('佐藤 the chair, 高橋 a member and 中村 the manager, each at their own screen', () => {
  let sato: Desk;
  let takahashi: Desk;
  let nakamura: Desk;

  beforeAll(async () => {
    sato = await desks.of('sato', `${series()}/sessions`);
    takahashi = await desks.of('takahashi', `${series()}/sessions`);
    nakamura = await desks.of('nakamura', '/meetings/series');
  });

  it('shows a manager at a glance whether it is held as promised, and when somebody was missing who has to come', async () => {
    const { page } = nakamura;
    await page.getByText('必ず参加する人が欠けた回：1').waitFor();
    await page.getByRole('group', { name: /月2回＋随時/ }).waitFor();
    await page
      .getByRole('group', { name: /就職支援ナビゲーターの必ず参加/ })
      .getByText('未達')
      .waitFor();
  });

  it('sets 第2・第4金曜 in plain choices, sees the dates first, and others see the days arrive', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '開催日を決める' }).click();
    const form = page.getByRole('form', { name: '開催日を決める' });
    await form.getByLabel('金曜', { exact: true }).check();
    for (const week of ['第1金曜', '第3金曜']) await form.getByLabel(week).uncheck();
    for (const week of ['第2金曜', '第4金曜']) await form.getByLabel(week).check();
    await form.getByRole('region', { name: '開かれる日' }).getByText(/\d+回/).waitFor();
    await form.getByRole('button', { name: '開催日を決める' }).click();
    await page.getByText('毎月 第2、第4金曜').waitFor();
    await takahashi.page.getByText('毎月 第2、第4金曜').waitFor();
    await form.waitFor({ state: 'detached' });
  });

  it('refuses an end that lies too far ahead, in its own words', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '開催日を決める' }).click();
    const form = page.getByRole('form', { name: '開催日を決める' });
    await form.getByLabel('いつまで').fill(inDays(1_000));
    await form.getByText('繰り返しは731日先までです。').first().waitFor();
    await form.getByRole('button', { name: 'やめる' }).click();
  });

  it('adds a session beside the recurrence, moves it, calls it off, each with its reason', async () => {
    const { page } = sato;
    await page.getByRole('button', { name: '随時の回を加える' }).click();
    const form = page.getByRole('form', { name: '随時の回を加える' });
    await form.getByLabel('日にち').fill(inDays(3));
    await form.getByLabel('終了').fill('09:00');
    await form.getByLabel('理由（構成員が読みます）').fill('急ぎで話し合うことがあるため');
    await form.getByRole('button', { name: '随時の回を加える' }).click();
    await form.getByText('終了は開始より後にしてください。').first().waitFor();
    await form.getByLabel('終了').fill('17:00');
    await form.getByRole('button', { name: '随時の回を加える' }).dblclick();
    await takahashi.page.getByText('急ぎで話し合うことがあるため').waitFor();
    const line = page.getByRole('listitem').filter({ hasText: '急ぎで話し合うことがあるため' });
    await form.waitFor({ state: 'detached' });
    await line.first().waitFor();
    expect(await line.count()).toBe(1);
    await line.getByRole('button', { name: /^日を移す/ }).click();
    const move = line.getByRole('form', { name: /^日を移す/ });
    await move.getByLabel('開始').fill('15:00');
    await move.getByLabel('理由（構成員が読みます）').fill('会議室が空かないため');
    await move.getByRole('button', { name: '日を移す' }).click();
    await takahashi.page.getByText('会議室が空かないため').waitFor();
    const moved = page.getByRole('listitem').filter({ hasText: '会議室が空かないため' });
    await moved.getByRole('button', { name: /^取りやめる/ }).click();
    await moved.getByRole('textbox').fill('話し合う必要がなくなったため');
    await moved.getByRole('button', { name: '取りやめる', exact: true }).last().click();
    await moved.waitFor({ state: 'detached' });
  });

  it('convenes the next planned session in one press, and the members are asked at once', async () => {
    const { page } = sato;
    await page
      .getByRole('button', { name: /^招集する：/ })
      .first()
      .click();
    await page.waitForURL(/\/sessions\//);
    await takahashi.page.getByText('招集中').nth(1).waitFor();
  });

  it('tells members that only its chair may do this, and keeps the buttons in their place', async () => {
    await takahashi.page.getByRole('button', { name: '開催日を決める' }).press('Enter');
    await takahashi.page
      .getByText(/これができるのは/)
      .first()
      .waitFor();
  });

  it('says which sessions fall on a day that has come to be closed, and moves one in one press', async () => {
    const { page } = takahashi;
    const planned = await shown.people.sato.ask('query ($id: Uuid!) { series(seriesId: $id) { planned { startsAt } } }', { id: shown.id });
    const day = new Date(planned.series.planned[1].startsAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
    const yamada = await house.person('yamada');
    await yamada.do('addClosingDay', { agencyId: (await agencyIds(yamada))['武蔵野市'], heldOn: day, name: '庁舎の停電' });
    await sato.page.goto(`${house.address}/meetings`);
    await sato.page.getByText('庁舎の停電のため閉庁').waitFor();
    await sato.page.getByRole('button', { name: /に移す$/ }).click();
    await sato.page.getByText('閉庁日に予定されている回があります').waitFor({ state: 'detached' });
    await page.getByText('閉庁日（庁舎の停電）のため').waitFor();
  });

  it('takes somebody in and lets somebody go; without ハローワーク it says who is missing', async () => {
    const { page } = sato;
    await page.goto(`${house.address}${series()}`);
    await page.getByRole('button', { name: '渡辺 誠さんを構成員から外す' }).click();
    await page.getByLabel('外す理由').fill('担当が替わるため');
    await page.getByRole('button', { name: '渡辺 誠さんを構成員から外す' }).last().click();
    await page.getByText('必ず参加する就職支援ナビゲーターが、まだ構成員にいません。').waitFor();
    await page.getByRole('button', { name: '構成員を加える' }).click();
    const form = page.getByRole('form', { name: '構成員を加える' });
    await form.getByLabel('加える人').selectOption({ label: '渡辺 誠（ハローワーク三鷹・就職支援ナビゲーター）' });
    await form.getByRole('button', { name: '加える' }).click();
    await page.getByText('必ず参加する就職支援ナビゲーターが、まだ構成員にいません。').waitFor({ state: 'detached' });
  });

  it('sets a target and reports how far it is reached', async () => {
    const { page } = sato;
    await page.getByRole('link', { name: '目標' }).click();
    await page.getByRole('button', { name: '目標を決める' }).click();
    const form = page.getByRole('form', { name: '目標を決める' });
    await form.getByLabel('何を').fill('就職した人');
    await form.getByLabel('目標', { exact: true }).fill('たくさん');
    await form.getByRole('button', { name: '目標を決める' }).click();
    await form.getByText('0以上の整数を入力してください。').waitFor();
    await form.getByLabel('目標', { exact: true }).fill('２２０');
    await form.getByRole('button', { name: '目標を決める' }).click();
    await page.getByRole('button', { name: '実績を報告する：就職した人' }).click();
    await page.getByLabel('年度初めからの実績').fill('290');
    await page.getByRole('form').getByRole('button', { name: '実績を報告する' }).click();
    await page.getByText('131.8％').waitFor();
  });

  it('left no fault in anybody’s window', () => {
    expect([sato, takahashi, nakamura].flatMap(({ faults }) => faults)).toEqual([]);
  });
});

it('starts a series and works a case into it, in English', async () => {
  const { page, context, faults } = await desks.of('kato', '/meetings/series', 'en');
  await page.getByRole('button', { name: 'Start a series' }).click();
  const form = page.getByRole('form', { name: 'Start a series' });
  await form.getByLabel('Kind of meeting').selectOption({ label: 'employment meeting（豊島区）' });
  await form.getByRole('button', { name: 'Start it' }).click();
  await form.getByText('Please fill this in.').waitFor();
  await form.getByLabel('Place').fill('市役所 第1会議室');
  await form.getByLabel('高橋 健一').check();
  await form.getByRole('button', { name: 'Start it' }).dblclick();
  await page.getByRole('heading', { name: '就労ミーティング' }).waitFor();
  await page.getByText('every case of the caseload').waitFor();
  await page.getByRole('link', { name: 'Caseload and progress' }).click();
  await page.getByText('No case is on the caseload yet').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});
