import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedFault, openEmbedded } from '../../src/database/embedded.js';
import { withClient } from '../support/server.js';

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-embedded-'));
  await chmod(dir, 0o711);
});

afterAll(() => rm(dir, { recursive: true, force: true }));

const data = async () => join(await realpath(join(dir, 'pg')), 'data');
const isRunning = async () => (await readFile(join(await data(), 'postmaster.pid'), 'utf8').catch(() => '')) !== '';
const countNotes = (url: string) => withClient(url, async (client) => (await client.query('SELECT FROM note')).rowCount);

it('lets two who start at the same instant share one new server, which the last one out stops', async () => {
  const [one, other] = await Promise.all([openEmbedded(dir), openEmbedded(dir)]);
  expect(one.url).toBe(other.url);

  await withClient(one.url, (client) => client.query('CREATE TABLE note AS SELECT'));
  await one.close();
  expect(await countNotes(other.url)).toBe(1);

  await other.close();
  expect(await isRunning()).toBe(false);
});

it('starts again after the server was killed, with everything that was committed', async () => {
  const killed = await openEmbedded(dir);
  await withClient(killed.url, (client) => client.query('INSERT INTO note DEFAULT VALUES'));
  const [pid] = (await readFile(join(await data(), 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');

  const recovered = await openEmbedded(dir);
  expect(await countNotes(recovered.url)).toBe(2);
  await recovered.close();
  await killed.close();
  expect(await isRunning()).toBe(false);
});

it('stays for a guest who is still connected', async () => {
  const first = await openEmbedded(dir);
  await withClient(first.url, async () => {
    await first.close();
    expect(await isRunning()).toBe(true);
  });
  const second = await openEmbedded(dir);
  await second.close();
  expect(await isRunning()).toBe(false);
});

it('says in one sentence that a directory cannot be written', async () => {
  const taken = join(dir, 'pg', 'data', 'PG_VERSION');
  await expect(openEmbedded(taken)).rejects.toThrow(EmbeddedFault);
  await expect(openEmbedded(taken)).rejects.toThrow(/^The database cannot be kept in .* cannot be written\.$/);
});
