import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { demonstrate } from '../support/demonstration.js';
import { Desks } from '../support/desks.js';
import { House } from '../support/house.js';
import { showSeries, type ShownSeries } from '../support/shown-series.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** By how many pixels a page is wider than its window: a script of the page. */
const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

let house: House;
let desks: Desks;
let axe: string;
let cases: Awaited<ReturnType<typeof demonstrate>>;
let shown: ShownSeries;

beforeAll(async () => {
  house = await House.open();
  [desks, axe] = await Promise.all([Desks.open(house), readFile(AXE, 'utf8')]);
  cases = await demonstrate(house);
  shown = await showSeries(house, [cases.before.id]);
}, 90_000);

afterAll(async () => {
  await desks?.close();
  await house?.close();
});

/** What axe has to say about the page as it stands, in lines that name the element. */
async function findings(page: Page): Promise<string[]> {
  await page.locator('[aria-busy=true], .animate-pulse').first().waitFor({ state: 'detached' });
  await page.evaluate(axe);
  const found = (await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: unknown[] }> } }).axe
        .run({ runOnly: tags })
        .then(({ violations }) => violations),
    STANDARDS,
  )) as Finding[];
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}\n  ${html.slice(0, 200)}`));
}

/** Opens every form of the page, so that what they ask is looked at too. */
async function unfold(page: Page): Promise<void> {
  const closed = page.locator('main button[aria-expanded=false]:not([aria-disabled])');
  // What opens is closed no more, so that there are fewer with each.
  for (let at = 0; at < (await closed.count()); at += 1) {
    await closed
      .nth(at)
      .click({ timeout: 1_000 })
      .catch(() => null);
  }
}

const SCREENS: readonly (readonly [name: string, login: string, path: () => string])[] = [
  ['Today', 'takahashi', () => '/'],
  ['the list of cases', 'suzuki', () => '/cases'],
  ['the responsibility table', 'sato', () => `/cases/${cases.before.id}`],
  ['the records', 'sato', () => `/cases/${cases.before.id}/records`],
  ['the records of somebody who reads few', 'matsumoto', () => `/cases/${cases.after.id}/records`],
  ['the team', 'sato', () => `/cases/${cases.before.id}/team`],
  ['the sessions and issues', 'kato', () => `/cases/${cases.after.id}/sessions`],
  ['the timeline', 'kato', () => `/cases/${cases.after.id}/timeline`],
  ['convening', 'kato', () => `/cases/${cases.after.id}/convene`],
  ['the room', 'sato', () => `/sessions/${cases.before.sessions[0]!.id}`],
  ['the minutes', 'takahashi', () => `/sessions/${cases.after.sessions[0]!.id}/minutes`],
  ['the calendar of meetings', 'sato', () => '/meetings'],
  ['series of meetings and whether they keep their promises', 'nakamura', () => '/meetings/series'],
  ['a series and its members', 'sato', () => `/meetings/series/${shown.id}`],
  ['when a series meets', 'sato', () => `/meetings/series/${shown.id}/sessions`],
  ['its caseload', 'sato', () => `/meetings/series/${shown.id}/caseload`],
  ['its targets', 'sato', () => `/meetings/series/${shown.id}/targets`],
  ['kinds of meetings', 'ota', () => '/meetings/kinds'],
  ['the room of a series', 'sato', () => `/sessions/${shown.ahead}`],
  ['the papers of a meeting', 'takahashi', () => `/sessions/${shown.ahead}/papers`],
  ['the minutes of a series', 'takahashi', () => `/sessions/${shown.over}/minutes`],
  ['its monitor', 'nakamura', () => `/meetings/series/${shown.id}/monitor`],
  ['the manager’s view', 'nakamura', () => '/responsibility'],
  ['the files of a case', 'sato', () => `/cases/${cases.before.id}/files`],
  ['keeping and disposal, for who may propose', 'ota', () => '/retention'],
  ['keeping and disposal, for a manager', 'nakamura', () => '/retention'],
  ['consent and bases', 'sato', () => `/cases/${cases.before.id}/sharing`],
  ['the household and its contacts', 'sato', () => `/cases/${cases.before.id}/household`],
  ['who looked at a case', 'sato', () => `/cases/${cases.before.id}/readers`],
  ['break-glass', 'kato', () => '/break-glass'],
  ['the need-to-know table', 'ito', () => '/need-to-know'],
  ['the need-to-know table of who may change it', 'ota', () => '/need-to-know'],
  ['agencies and staff', 'yamada', () => '/administration'],
  ['one’s own postings and password', 'sato', () => '/account'],
  ['a page that does not exist', 'sato', () => '/nowhere'],
];

describe.each(['ja', 'en'] as const)('axe finds nothing, in %s', (language) => {
  it('at the sign-in page', async () => {
    const { page, context } = await desks.window(language);
    await page.goto(house.address);
    await page.getByRole('textbox').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  it.each(SCREENS)('on %s, and on a narrow screen nothing is cut off', async (_, login, path) => {
    const desk = await desks.of(login, path(), language);
    await desk.page.locator('h1, h2').first().waitFor();
    expect(await desk.page.locator('html').getAttribute('lang')).toBe(language);
    expect(await findings(desk.page)).toEqual([]);
    await unfold(desk.page);
    expect(await findings(desk.page)).toEqual([]);
    await desk.page.setViewportSize({ width: 390, height: 844 });
    expect(await desk.page.evaluate<number>(TOO_WIDE)).toBe(0);
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });
});
