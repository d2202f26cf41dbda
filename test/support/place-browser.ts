import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PLACE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chromium');
const READY = join(PLACE, '.ready');

/** Where the Chromium of this checkout lies, and the libraries that a bare machine lacks; `null` where npm brings none. */
export const PLACED =
  process.platform === 'linux' && process.arch === 'x64'
    ? { program: join(PLACE, 'chromium'), libraries: join(PLACE, 'al2023', 'lib') }
    : null;

/** Unpacks the Chromium that came with npm, once for a checkout and before any test file could want it at the same time. */
export async function placeBrowser(): Promise<void> {
  if (!PLACED || existsSync(READY)) return;
  await mkdir(PLACE, { recursive: true });
  const unpack = "await (await import('@sparticuz/chromium')).default.executablePath()";
  // It unpacks into the temporary folder, and its libraries only where it takes the machine for a bare one.
  const env = { ...process.env, TMPDIR: PLACE, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: join(import.meta.dirname, '..', '..'),
    env,
  });
  await writeFile(READY, '');
}
