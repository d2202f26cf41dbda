import type { Page, Request } from 'playwright-core';
import { Desks, type Desk } from '../support/desks.js';
import { House, inDays } from '../support/house.js';
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

const atRecords = (login = 'sato') => desks.of(login, `/cases/${team.caseId}/records`);
const write = async (page: Page, words: string) => {
  await page.getByRole('button', { name: '記録を書く' }).click();
  await page.getByLabel('内容').fill(words);
};
const bodies = async (): Promise<string[]> => {
  const { case: found } = await team.people.sato.ask('query ($id: Uuid!) { case(id: $id) { records { body } } }', { id: team.caseId });
  return found.records.map(({ body }: { body: string }) => body);
};
const offer = (what: string) => {
  const owner = { kind: 'STAFF', staffId: team.people.takahashi.staffId };
  return team.people.sato.do('offerTask', { caseId: team.caseId, category: 'LIFE', what, dueOn: inDays(7), owner });
};

describe('what people type', () => {
  it('may be ten thousand characters, with emoji and rare forms of characters, and comes back as it was', async () => {
    const { page, context, faults } = await atRecords();
    const rare = '𠮷田・髙﨑・葛󠄀城・辻󠄁・邊󠄂 👩‍👧‍👦 🙇🏽‍♀️';
    const long = `${rare}\n${'あ'.repeat(9_900)}`;
    await write(page, long);
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('listitem').filter({ hasText: rare }).waitFor();
    expect(await bodies()).toContain(long);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is kept, and the fault said, when it is too long', async () => {
    const { page, context } = await atRecords();
    const tooLong = 'い'.repeat(20_001);
    await write(page, tooLong);
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('内容').inputValue()).toBe(tooLong);
    await context.close();
  });

  it('is not lost by a reload without being told', async () => {
    const { page, context } = await atRecords();
    await write(page, 'まだ送っていない文章。');
    const asked = page.waitForEvent('dialog');
    void page.reload().catch(() => null);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    expect(await page.getByLabel('内容').inputValue()).toBe('まだ送っていない文章。');
    await context.close();
  });
});

describe('a reload, or a crash', () => {
  const KEPT = 'sessionStorage.getItem("tsunagi.unsent")';
  /** What this window has written to the machine, as soon as that `is` so; the page itself looks, frame by frame. */
  const kept = (page: Page, is = '!== null') =>
    page.evaluate<string | null>(`new Promise((seen) => {
      const look = () => (${KEPT} ${is} ? seen(${KEPT}) : requestAnimationFrame(look));
      look();
    })`);
  const reloaded = async (page: Page) => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: '記録を書く' }).click();
  };

  it('gives back what was typed, and on the machine nobody can read it', async () => {
    const { page, context, faults } = await atRecords();
    await write(page, '読み込み直しても残る文章。');
    const sealed = await kept(page);
    expect(sealed).toMatch(/^[\w+/=]{16} [\w+/=]{40,}$/);
    await reloaded(page);
    expect(await page.getByLabel('内容').inputValue()).toBe('読み込み直しても残る文章。');
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('listitem').filter({ hasText: '読み込み直しても残る文章。' }).waitFor();
    await kept(page, '=== null');
    expect((await bodies()).filter((body) => body === '読み込み直しても残る文章。')).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('in the middle of a command lets it be sent again, and it happens once', async () => {
    const { page, context } = await atRecords();
    await write(page, '送っている間に読み込み直した。');
    const before = await kept(page);
    // It is carried out, and the answer never comes.
    const carriedOut = new Promise<void>((resolve) => {
      void page.route('**/graphql', async (route) => {
        if (!(route.request().postData() ?? '').includes('送っている間に読み込み直した。')) return route.continue();
        await route.fetch();
        resolve();
      });
    });
    await page.getByRole('button', { name: '記録する' }).click();
    await carriedOut;
    await kept(page, `!== ${JSON.stringify(before)}`);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await reloaded(page);
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('form', { name: '記録を書く' }).waitFor({ state: 'detached' });
    expect((await bodies()).filter((body) => body === '送っている間に読み込み直した。')).toHaveLength(1);
    await context.close();
  });

  it('gives back nothing once somebody has signed out, or the session is another one', async () => {
    const { page, context } = await atRecords('suzuki');
    await write(page, '共用の机に残らない文章。');
    const sealed = await kept(page);
    page.once('dialog', (dialog) => void dialog.accept());
    // The line is cut before the page is left: what is read has to be read of the page that follows.
    const left = page.waitForEvent('load');
    await page.getByRole('button', { name: 'サインアウト' }).click();
    await left;
    await page.getByRole('button', { name: 'サインイン', exact: true }).waitFor();
    expect(await page.evaluate(KEPT)).toBeNull();
    // Somebody who has kept a copy of the profile, and the same person in a later session.
    await page.evaluate(`sessionStorage.setItem('tsunagi.unsent', ${JSON.stringify(sealed)})`);
    const { token } = await house.person('suzuki');
    await context.addCookies([{ name: 'tsunagi_session', value: token, url: house.address }]);
    await page.goto(`${house.address}/cases/${team.caseId}/records`);
    await page.getByRole('button', { name: '記録を書く' }).click();
    expect(await page.getByLabel('内容').inputValue()).toBe('');
    await context.close();
  });
});

describe('two tabs of one person', () => {
  it('show the same: what is accepted in one is accepted in the other', async () => {
    await offer('住宅扶助の更新を出す');
    const one = await desks.of('takahashi');
    const other = await one.context.newPage();
    await other.goto(house.address);
    await other.getByRole('button', { name: '受諾する：住宅扶助の更新を出す' }).waitFor();
    await one.page.getByRole('button', { name: '受諾する：住宅扶助の更新を出す' }).click();
    await other.getByRole('button', { name: '完了を報告：住宅扶助の更新を出す' }).waitFor();
    await one.context.close();
  });
});

describe('leaving in the middle of a command', () => {
  const carries = (request: Request, words: string) => (request.postData() ?? '').includes(words);

  /** Holds back what the server says to the command with these words until it is let through. */
  async function heldBack({ page }: Desk, words: string): Promise<() => void> {
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      if (carries(route.request(), words)) await held;
      await route.fulfill({ response }).catch(() => null);
    });
    return letThrough;
  }

  it('by the back button carries it out once, also when the same is sent again', async () => {
    const desk = await desks.of('sato', `/cases/${team.caseId}`);
    const { page } = desk;
    await page.getByRole('link', { name: '記録', exact: true }).click();
    await write(page, '途中で戻った。');
    const letThrough = await heldBack(desk, '途中で戻った。');
    const sent = page.waitForRequest((request) => carries(request, '途中で戻った。'));
    await page.getByRole('button', { name: '記録する' }).click();
    await sent;
    await page.goBack();
    await page.getByRole('button', { name: '対応を加える' }).waitFor();
    letThrough();
    await page.goForward();
    await page.getByRole('listitem').filter({ hasText: '途中で戻った。' }).waitFor();
    await page.getByRole('button', { name: '記録を書く' }).click();
    expect(await page.getByLabel('内容').inputValue()).toBe('途中で戻った。');
    await page.getByRole('button', { name: '記録する' }).click();
    await page.getByRole('form', { name: '記録を書く' }).waitFor({ state: 'detached' });
    expect((await bodies()).filter((body) => body === '途中で戻った。')).toHaveLength(1);
    await desk.context.close();
  });
});

describe('a clock that is wrong', () => {
  it('does not move deadlines: days are those of the server', async () => {
    await offer('区役所に電話する');
    const { page, context } = await desks.window();
    await page.clock.setFixedTime(Date.now() - 40 * 86_400_000);
    const { token } = team.people.takahashi;
    await context.addCookies([{ name: 'tsunagi_session', value: token, url: house.address }]);
    await page.goto(`${house.address}/cases/${team.caseId}`);
    await page.getByRole('button', { name: '対応を加える' }).click();
    const form = page.getByRole('form', { name: '対応を加える：誰が、何を、いつまでに' });
    expect(await form.getByLabel('いつまでに').inputValue()).toBe(inDays(7));
    await context.close();
  });
});
