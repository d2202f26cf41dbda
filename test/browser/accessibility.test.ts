import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
  ['the inbox', 'takahashi', () => '/inbox'],
  ['the list of cases', 'suzuki', () => '/cases'],
  ['the responsibility table', 'sato', () => `/cases/${cases.before.id}`],
  ['the records', 'sato', () => `/cases/${cases.before.id}/records`],
  ['the records of somebody who reads few', 'matsumoto', () => `/cases/${cases.after.id}/records`],
  ['the team', 'sato', () => `/cases/${cases.before.id}/team`],
  ['the sessions and issues', 'kato', () => `/cases/${cases.after.id}/sessions`],
  ['the plans', 'sato', () => `/cases/${cases.before.id}/plans`],
  ['the appointments', 'sato', () => `/cases/${cases.before.id}/appointments`],
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
  ['a link for signing in that is over', 'sato', () => '/welcome'],
  ['a page that does not exist', 'sato', () => '/nowhere'],
];

/** What shows no list of anything, so that there is nothing to say from when it is. */
const WITHOUT_LISTS = ['/break-glass', '/welcome', '/nowhere'];

const WEB = join(import.meta.dirname, '../../web/src');
/** The parts of a page that has parts, as its source lists them. */
const partsIn = async (source: string) => {
  const [, screens = ''] = /const SCREENS = \{(.*?)\n\};/s.exec(await readFile(join(WEB, source), 'utf8')) ?? [];
  return [...screens.matchAll(/^ {2}(\w+):/gm)].map(([, part]) => part!);
};
/** Every address of the workspace, from its router. */
async function addresses(): Promise<string[]> {
  const router = await readFile(join(WEB, 'app.tsx'), 'utf8');
  const parts = {
    '/cases/:id/:part?': await partsIn('features/cases/case-page.tsx'),
    '/meetings/series/:id/:part?': await partsIn('features/meetings/series-page.tsx'),
  };
  const named = [...router.matchAll(/path(?:="| === ')([^"']+)["']/g)].map(([, path]) => path!);
  return named.flatMap((path) => {
    const base = path.replace('/:part?', '');
    // The first part has the address of the page itself.
    return base === path ? [path] : [base, ...parts[path as keyof typeof parts].slice(1).map((part) => `${base}/${part}`)];
  });
}

it('looks at every address that the router knows: a new screen cannot be forgotten', async () => {
  const ids = new RegExp([cases.before.id, cases.after.id, shown.id, shown.ahead, shown.over].join('|'), 'g');
  const sessions = new RegExp([...cases.before.sessions, ...cases.after.sessions].map(({ id }) => id).join('|'), 'g');
  const looked = new Set(SCREENS.map(([, , path]) => path().replace(ids, ':id').replace(sessions, ':id')));
  const known = await addresses();
  expect(known.length).toBeGreaterThan(30);
  // It leads to Today and shows nothing.
  expect(known.filter((path) => !looked.has(path) && path !== '/today')).toEqual([]);
});

describe('for whoever gets unwell from things that move, or has no mouse', () => {
  it('nothing moves where less motion is asked for, not even what stands for what is still to come', async () => {
    const { page, context } = await desks.window();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { token } = await house.person('sato');
    await context.addCookies([{ name: 'tsunagi_session', value: token, url: house.address }]);
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('"variables":{"id"')) return route.continue();
    });
    await page.goto(`${house.address}/cases/${cases.before.id}`);
    await page.locator('.animate-pulse').first().waitFor();
    expect(await page.evaluate<number>('document.getAnimations().length')).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await page.evaluate<number>('document.getAnimations().length')).toBeGreaterThan(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });

  it('shows where the focus is, at every stop of the Tab key', async () => {
    const { page, context } = await desks.of('sato', `/cases/${cases.before.id}`);
    await page.getByRole('button', { name: '対応を加える' }).waitFor();
    const ring = `(() => { const it = getComputedStyle(document.activeElement); return it.outlineStyle === 'solid' && parseFloat(it.outlineWidth) >= 2; })()`;
    const without: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press('Tab');
      if (!(await page.evaluate<boolean>(ring))) without.push(await page.evaluate<string>('document.activeElement.outerHTML'));
    }
    expect(without.filter((html) => !html.startsWith('<body'))).toEqual([]);
    await context.close();
  });
});

describe.each(['ja', 'en'] as const)('axe finds nothing, in %s', (language) => {
  it('at the sign-in page', async () => {
    const { page, context } = await desks.window(language);
    await page.goto(house.address);
    await page.getByRole('textbox').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  it.each(SCREENS)('on %s, and on a narrow screen nothing is cut off', async (_, login, path) => {
    const desk = path() === '/welcome' ? await desks.window(language) : await desks.of(login, path(), language);
    if (path() === '/welcome') await desk.page.goto(`${house.address}/welcome#none`);
    await desk.page.locator('h1, h2').first().waitFor();
    expect(await desk.page.locator('html').getAttribute('lang')).toBe(language);
    if (!WITHOUT_LISTS.includes(path())) await desk.page.locator('main [data-as-of]').first().waitFor();
    expect(await findings(desk.page)).toEqual([]);
    await unfold(desk.page);
    expect(await findings(desk.page)).toEqual([]);
    await desk.page.setViewportSize({ width: 390, height: 844 });
    expect(await desk.page.evaluate<number>(TOO_WIDE)).toBe(0);
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });
});
