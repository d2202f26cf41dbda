import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestServer } from './server.js';

declare global {
  /** The server of this run, left here for `global-teardown.ts`. */
  var testServer: TestServer | undefined;
}

// `moduleNameMapper` is for tests only: out here, Node itself has to be told that `./x.js` is written in `./x.ts`.
registerHooks({
  resolve: (specifier, context, next) => {
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts') && !context.parentURL.includes('/node_modules/');
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

/** Once for each run: a server, and on it a migrated database that every test file clones (see `database.ts`). */
export default async function prepareServer(): Promise<void> {
  const { openServer } = await import('./server.js');
  const { placeBrowser } = await import('./place-browser.js');
  await placeBrowser();
  const server = await openServer();
  globalThis.testServer = server;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  // Jest runs no teardown after a setup that failed.
  await makeTemplate(server).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  process.env.TSUNAGI_TEST_SEARCHED = join(await mkdtemp(join(tmpdir(), 'tsunagi-searched-')), 'searched.jsonl');
  process.env.TSUNAGI_TEST_SERVER = server.url;
  process.env.TSUNAGI_TEST_PREFIX = server.prefix;
}

async function makeTemplate({ url }: TestServer): Promise<void> {
  const { addressOf, dropTemplate, TEMPLATE, withClient } = await import('./server.js');
  const { HIDE_EVERY_FAMILY } = await import('./hidden-home.js');
  const { migrate } = await import('../../src/database/migrate.js');
  await withClient(url, async (client) => {
    await dropTemplate(client);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migrate(addressOf(url, TEMPLATE));
    await peopleOf(addressOf(url, TEMPLATE));
    await withClient(addressOf(url, TEMPLATE), (inTemplate) => inTemplate.query(HIDE_EVERY_FAMILY));
    await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`);
  });
}

/**
 * The demonstration's agencies and staff, once for all clones: hashing their passwords is what takes time.
 * In a process of its own, from the build: out here nothing compiles decorators, and what Nest leaves on the
 * global object would reach the tests.
 */
async function peopleOf(url: string): Promise<void> {
  const built = (name: string) => JSON.stringify(new URL(`../../dist/src/${name}.js`, import.meta.url).href);
  const script = `
    const [{ readConfig }, { openSpine }, { fillPeople }] = [await import(${built('config')}), await import(${built('create-app')}), await import(${built('demo/fill-empty')})];
    const spine = await openSpine(readConfig(), ${JSON.stringify(url)});
    await fillPeople(spine);
    await spine.database.close();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
}
