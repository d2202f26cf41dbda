import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demonstrate } from '../support/demonstration.js';
import { Desks } from '../support/desks.js';
import { House } from '../support/house.js';
import { seatingOf } from '../support/conference.js';
import { showSeries } from '../support/shown-series.js';

const PICTURES = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');

const shoot = async (page: Page, name: string) => {
  await page.locator('.animate-pulse').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  // The faces of what is on the screen are loaded when the first letters that need them are drawn.
  await page.evaluate('document.fonts.ready');
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: 1366, height });
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

it('takes a picture of each main screen, from the demonstration', async () => {
  await mkdir(PICTURES, { recursive: true });
  const house = await House.open();
  const desks = await Desks.open(house);
  try {
    const { before, after } = await demonstrate(house);
    const [takahashi, sato, suzuki] = await Promise.all([house.person('takahashi'), house.person('sato'), house.person('suzuki')]);
    const shown = await showSeries(house, [before.id]);
    const sessionId = before.sessions[0]!.id;
    const query = 'query ($id: Uuid!) { conferenceSession(id: $id) { agenda { id what } } agencies { id name } }';
    const { conferenceSession, agencies } = await sato.ask(query, { id: sessionId });
    const item = (what: string) => conferenceSession.agenda.find((one: { what: string }) => one.what.includes(what)).id as string;
    const agencyId = agencies.find(({ name }: { name: string }) => name === '生活福祉課').id as string;
    await takahashi.do('makeStatement', {
      sessionId,
      category: 'HOUSING',
      body: '転居費用は一時扶助の対象になり得る。見積りが二社分あれば判断できる。',
    });
    await suzuki.do('makeStatement', {
      sessionId,
      category: 'LIFE',
      body: '親戚宅にいられるのは今月末まで。下の子を見てくれる人がいない。',
    });
    await sato.do('nameIssue', { sessionId, category: 'HOUSING', what: '今月末からの住まいがない', agencyId });
    const owner = { kind: 'STAFF', staffId: takahashi.staffId };
    await sato.do('decide', {
      itemId: item('住まい'),
      category: 'HOUSING',
      what: '転居費用の見積りを二社から取り、一時扶助を判断する',
      owner,
      dueInBusinessDays: 5,
    });
    await sato.do('allocateRole', {
      sessionId,
      staffId: seatingOf(suzuki, 'suzuki').staffId,
      role: '本人の気持ちを聞き、毎週電話で様子を確かめる',
    });
    const pictures: readonly (readonly [name: string, login: string, path: string])[] = [
      ['today', 'takahashi', '/'],
      ['cases', 'suzuki', '/cases'],
      ['case', 'sato', `/cases/${before.id}`],
      ['records', 'ito', `/cases/${before.id}/records`],
      ['team', 'sato', `/cases/${before.id}/team`],
      ['timeline', 'kato', `/cases/${after.id}/timeline`],
      ['convene', 'kato', `/cases/${after.id}/convene`],
      ['sharing', 'sato', `/cases/${before.id}/sharing`],
      ['household', 'sato', `/cases/${before.id}/household`],
      ['need-to-know', 'ota', '/need-to-know'],
      ['administration', 'yamada', '/administration'],
      ['room', 'sato', `/sessions/${sessionId}`],
      ['minutes', 'kato', `/sessions/${after.sessions[0]!.id}/minutes`],
      ['responsibility', 'kobayashi', '/responsibility'],
      ['meetings', 'sato', '/meetings'],
      ['series', 'nakamura', '/meetings/series'],
      ['series-room', 'sato', `/sessions/${shown.ahead}`],
    ];
    for (const [name, login, path] of pictures) {
      const desk = await desks.of(login, path);
      await desk.page.locator('h2, article').first().waitFor();
      await shoot(desk.page, name);
      await desk.context.close();
    }
    const english = await desks.of('takahashi', '/', 'en');
    await english.page.locator('h2').first().waitFor();
    await shoot(english.page, 'today-en');
  } finally {
    await desks.close();
    await house.close();
  }
});
