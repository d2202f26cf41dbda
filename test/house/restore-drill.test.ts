import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.js';
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

const drill = (): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [DRILL], { env: { PATH: '/usr/bin:/bin', DATA_DIR: dir } }, (fault, stdout, stderr) =>
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

it('says so when what comes back is not what was published', async () => {
  await mkdir(join(dir, 'heads'), { recursive: true });
  await appendFile(join(dir, 'heads', '2026-01-01.heads'), `1 ${'0'.repeat(64)} 2026-01-01T00:00:00.000Z\n`);
  const { code, said } = await drill();
  expect(said).toMatch(/WRONG: entry 1 was sealed anew/);
  expect(code).toBe(1);
}, 120_000);
