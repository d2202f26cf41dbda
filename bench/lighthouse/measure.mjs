/**
 * Lighthouse on the two screens that people look at all day: `npm run lighthouse [-- --runs 3]`. Opens the product with the demonstration on a
 * database of its own, signs in, and prints performance and accessibility of Today and of a case, out of 100: the median of the runs, each
 * with an empty cache, on Lighthouse's desktop profile (10 Mbit/s, 40 ms). Ends with 1 when one of them is below 95, with 2 without a browser.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { chromium } from 'playwright-core';
import { Person } from '../../dist/src/commands/scenario/person.js';
import { readConfig } from '../../dist/src/config.js';
import { createApp } from '../../dist/src/create-app.js';
import { openThrowaway } from '../../dist/src/database/throwaway.js';
import { castOf } from '../../dist/src/demo/actor.js';
import { fillCases } from '../../dist/src/demo/cases.js';
import { fillPeople } from '../../dist/src/demo/fill-empty.js';
import { DEMO_PASSWORD } from '../../dist/src/demo/people.js';
import { PLACED, placeBrowser } from '../../test/support/place-browser.ts';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility'];
const FIGURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
const NO_BROWSER =
  'Lighthouse needs a browser: npm brings Chromium for Linux on x64 only. Please install Google Chrome or Microsoft Edge on this machine.';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const dir = await mkdtemp(join(tmpdir(), 'tsunagi-lighthouse-'));
const server = await openThrowaway();
const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dir, HEADS_DIR: join(dir, 'heads') });
const app = await createApp(config, server.url, async (spine) => void (await fillPeople(spine)));
let window = null;
try {
  await fillCases(await castOf(app.spine));
  const sato = await Person.signIn(app.address, 'sato', DEMO_PASSWORD);
  const { cases } = await sato.ask('{ cases { id } }');
  window = await openWindow(join(dir, 'profile'));
  if (!window) {
    console.error(NO_BROWSER);
    process.exitCode = 2;
  } else {
    await window.context.addCookies([{ name: 'tsunagi_session', value: sato.token, url: app.address }]);
    for (const [name, path] of [
      ['Today', '/'],
      ['Case', `/cases/${cases[0].id}`],
    ])
      await report(name, `${app.address}${path}`, window);
  }
} finally {
  await window?.context.close();
  await app.close();
  await server.close();
  await rm(dir, { recursive: true, force: true });
}

/** A browser that listens for Lighthouse. Its one window holds the session: a second context would be signed out. */
async function openWindow(profile) {
  await placeBrowser();
  const args = ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
  const libraries = PLACED && [process.env.LD_LIBRARY_PATH, PLACED.libraries].filter(Boolean).join(':');
  const choices = PLACED
    ? [{ executablePath: PLACED.program, env: { ...process.env, LD_LIBRARY_PATH: libraries } }]
    : [{ channel: 'chrome' }, { channel: 'msedge' }, { channel: 'chromium' }];
  for (const choice of choices) {
    const context = await chromium.launchPersistentContext(profile, { ...choice, args, locale: 'ja-JP' }).catch(() => null);
    if (context) return { context, port: await portOf(profile) };
  }
  return null;
}

async function portOf(profile) {
  return Number((await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0]);
}

async function report(name, url, { context, port }) {
  const runs = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    await page.close();
    const options = { port, logLevel: 'error', onlyCategories: CATEGORIES, disableStorageReset: true };
    const { lhr } = await lighthouse(url, options, desktop);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    runs.push(lhr);
  }
  runs.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  const lhr = runs[Math.floor(runs.length / 2)];
  const scores = CATEGORIES.map((category) => Math.round(lhr.categories[category].score * 100));
  console.log(`${name}: ${CATEGORIES.map((category, at) => `${category} ${scores[at]}`).join(', ')} of 100`);
  console.log(`  ${FIGURES.map((figure) => `${lhr.audits[figure].title} ${lhr.audits[figure].displayValue}`).join(', ')}`);
  for (const { id, title, score } of Object.values(lhr.audits))
    if (lhr.categories.accessibility.auditRefs.some((ref) => ref.id === id) && score === 0) console.log(`  - ${title}`);
  if (scores.some((score) => score < LEAST)) process.exitCode = 1;
}
