import { request } from 'node:http';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../../src/commands/scenario/person.js';
import { createApp, type App } from '../../src/create-app.js';
import { readConfig } from '../../src/config.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { hasNginx, proxy } from '../faults/nginx.js';
import { House } from '../support/house.js';
import { UNHURRIED } from '../support/unhurried.js';

/* Two nodes behind nginx, configured with the very text of docs/operations.md. Where nginx is not installed, nothing is shown, and the log says so. */

const IS_HERE = hasNginx();
const MOST = 400;

let house: House;
let second: App;
let dir: string;
let nginx: Awaited<ReturnType<typeof proxy>>;

beforeAll(async () => {
  if (!IS_HERE) return console.warn('nginx is not installed here: what stands behind it was not tried.');
  const settings = { TRUSTED_PROXIES: '127.0.0.1', RATE_PER_ADDRESS: String(MOST), LARGEST_FILE_MB: '25', DRAIN_SECONDS: '1' };
  house = await House.open({ settings });
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-nginx-'));
  await chmod(dir, 0o755);
  const config = readConfig({ ...UNHURRIED, ...settings, PORT: '0', DATA_DIR: dir, HEADS_DIR: dir, LOG_LEVEL: 'silent' });
  second = await createApp(config, house.databaseUrl);
  nginx = await proxy(
    dir,
    [house.address, second.address].map((address) => Number(new URL(address).port)),
  );
});
afterAll(async () => {
  if (!IS_HERE) return;
  await nginx.close();
  await house.close();
  await rm(dir, { recursive: true, force: true });
});

/** One request through nginx from an address of one's own. */
async function from(localAddress: string, headers: Record<string, string> = {}): Promise<number> {
  const { hostname, port } = new URL(nginx.address);
  const asked = request({ hostname, port, localAddress, path: '/health/live', headers, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  return answer.statusCode;
}

it('each person is counted by their own address, whatever they write into a header', async () => {
  if (!IS_HERE) return;
  let status = 200;
  // Each of the two nodes counts for itself.
  for (let asked = 0; asked <= 2 * MOST + 1; asked++) status = await from('127.0.0.7');
  expect(status).toBe(429);
  expect(await from('127.0.0.7', { 'x-forwarded-for': '203.0.113.9' })).toBe(429);
  expect(await from('127.0.0.8')).toBe(200);
});

it('a file that the product takes goes through, and sockets are upgraded', async () => {
  if (!IS_HERE) return;
  const sato = await Person.signIn(nginx.address, 'sato', DEMO_PASSWORD, 'en');
  const opened = await sato.do('openCase', { headline: '生活の立て直し', subject: { name: '森 さくら', kana: 'モリ' } });
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000_000, 32), Buffer.from('\n%%EOF\n')]);
  const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${sato.token}` };
  expect((await fetch(`${nginx.address}/uploads`, { method: 'PUT', headers, body: pdf })).status).toBe(201);
  const live = await sato.listen();
  await live.watch({ caseId: opened.id });
  await sato.do('reviseHeadline', { caseId: opened.id, version: opened.version, headline: '住まいの相談' });
  await live.until(() => live.pointers.some(({ caseId }) => caseId === opened.id));
  live.close();
});

it('a node leaves, and nobody who works through nginx notices', async () => {
  if (!IS_HERE) return;
  const sato = await Person.signIn(nginx.address, 'sato', DEMO_PASSWORD, 'en');
  let isGone = false;
  const leaving = second
    .leave()
    .then(() => second.close())
    .then(() => (isGone = true));
  let opened = 0;
  for (; !isGone || opened < 3; opened++)
    await sato.do('openCase', { headline: '生活の立て直し', subject: { name: `森 ${opened}`, kana: 'モリ' } });
  await leaving;
  expect((await sato.ask('{ cases { id } }')).cases.length).toBeGreaterThanOrEqual(opened);
});
