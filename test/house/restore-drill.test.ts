import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile, chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backUp } from '../../src/commands/restore-drill/back-up.js';
import { compare } from '../../src/commands/restore-drill/compare.js';
import { instantOf, restoreTo } from '../../src/commands/restore-drill/point-in-time.js';
import { readConfig } from '../../src/config.js';
import { findOrCreateCluster } from '../../src/database/embedded/cluster.js';
import type { Work } from '../../src/database/work.js';
import { Staff } from '../../src/modules/people/staff.entity.js';
import { withClient } from '../support/server.js';
import { startProduct, type Product } from '../../src/start.js';

/* The backup comes back, and a drill of one that does not says so. */

const DRILL = fileURLToPath(new URL('../../dist/src/commands/restore-drill.js', import.meta.url));

let dir: string;
let product: Product;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-drill-test-'));
  await chmod(dir, 0o711);
  product = await startProduct(readConfig({ DATA_DIR: dir, PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent' }));
}, 120_000);
afterAll(async () => {
  await product.stop();
  await rm(await realpath(join(dir, 'pg')), { recursive: true, force: true });
  await rm(dir, { recursive: true, force: true });
});

const drill = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [DRILL, ...args], { env: { PATH: '/usr/bin:/bin', DATA_DIR: dir } }, (fault, stdout, stderr) =>
      resolve({ code: fault ? Number(fault.code) : 0, said: stdout + stderr }),
    );
  });

it('brings the database back on a second server while the first is in use, with its chain, its heads and its rows', async () => {
  const { code, said } = await drill();
  expect(said).toMatch(/SOUND: all \d+ entries are in order/);
  expect(said).toMatch(/\d+ tables have the rows that they had\./);
  expect(said).toMatch(/backup .* s\/GiB\nrestore .* s\/GiB\nverify .* s\/GiB/);
  expect(code).toBe(0);
}, 120_000);

it('comes back to an instant, with what there was then and nothing later', async () => {
  const cluster = await findOrCreateCluster(dir, { throwaway: false, say: () => undefined });
  const place = await mkdtemp(join(dir, 'backup-'));
  await chmod(place, 0o711);
  const backup = await backUp(product.databaseUrl, cluster, place);
  const add = async (name: string) => {
    const verb = async function addStaff(work: Work) {
      const staff = await work.insert(Staff, { name, kana: 'カナ', isService: false });
      work.record('staff.added', staff);
      return staff;
    };
    await product.spine.act.run({ kind: 'system', name: 'system:setup' }, randomUUID(), verb, null);
  };
  await add('昨日の人');
  const instant = await instantOf(product.databaseUrl);
  await add('明日の人');
  const restored = await restoreTo(product.databaseUrl, cluster, backup, instant);
  try {
    const found = await compare({ ...backup, ...instant }, restored.url, join(dir, 'heads'));
    expect(found).toMatchObject({ finding: { sound: true, entries: instant.seq }, differences: [] });
    const names = await withClient(
      restored.url,
      async (client) => (await client.query(`select name from staff where name like '%日の人'`)).rows,
    );
    expect(names).toEqual([{ name: '昨日の人' }]);
  } finally {
    await restored.close();
  }
  expect(await drill('--instant')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/instant +\d{4}-.*\n[^]*SOUND: all \d+ entries/),
  });
}, 180_000);

it('says so when what comes back is not what was published', async () => {
  await mkdir(join(dir, 'heads'), { recursive: true });
  await appendFile(join(dir, 'heads', '2026-01-01.heads'), `1 ${'0'.repeat(64)} 2026-01-01T00:00:00.000Z\n`);
  const { code, said } = await drill();
  expect(said).toMatch(/WRONG: entry 1 was sealed anew/);
  expect(code).toBe(1);
}, 120_000);
