/**
 * Known weaknesses of the libraries, and whether each is argued: `npm run advisories [-- --from report.json]`.
 * Asks the registry (`npm audit`) about what the lockfile names, and compares what it finds with the table in docs/security/audit.md.
 * `--from` reads what `npm audit --json` said on another machine, for where the registry's service cannot be reached.
 * Ends with 0 when every finding is argued and none is past its day, with 1 when not, with 2 when nobody could be asked.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { from: { type: 'string' } } });

const found = findingsIn(values.from ? readFileSync(values.from, 'utf8') : asked());
const argued = arguedIn(readFileSync(`${root}docs/security/audit.md`, 'utf8'));
const today = new Date().toISOString().slice(0, 10);

const open = found.filter((one) => !argued.some((row) => isAbout(row, one) && row.until >= today));
const over = argued.filter((row) => !found.some((one) => isAbout(row, one)));
for (const { name, id, severity, title } of open) console.log(`${name}  ${id}  ${severity}: ${title}`);
for (const { name, id } of over)
  console.log(`${name}  ${id}  is argued in docs/security/audit.md and not found any more: take its line out.`);
console.log(`advisories ${found.length}, argued ${found.length - open.length}, open ${open.length}`);
if (open.length > 0) process.exitCode = 1;

function asked() {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return stdout ?? '';
}

/** Every advisory once for each package that it is about. */
function findingsIn(text) {
  const report = parsed(text);
  if (!report?.vulnerabilities) {
    console.error(
      `Nobody could be asked: ${report?.message ?? 'npm audit gave no report'}. Run it where the registry can be reached, or read a report with --from.`,
    );
    process.exit(2);
  }
  const all = Object.values(report.vulnerabilities).flatMap(({ via }) => via.filter((cause) => typeof cause === 'object'));
  const told = all.map(({ name, url, severity, title }) => ({ name, id: url.split('/').at(-1), severity, title }));
  return [...new Map(told.map((one) => [`${one.name} ${one.id}`, one])).values()];
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The lines of the table: package, advisory, why it stays, until which day. */
function arguedIn(page) {
  return page.split('\n').flatMap((line) => {
    const [, name, id, , until] = line.split('|').map((cell) => cell.trim());
    return /^GHSA-/.test(id ?? '') ? [{ name, id, until }] : [];
  });
}

function isAbout(row, one) {
  return row.name === one.name && row.id === one.id;
}
