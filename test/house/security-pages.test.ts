import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/* What the pages on security say, as far as it can be checked: that everything they point to is there. */

const ROOT = join(import.meta.dirname, '..', '..');
const page = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
const REQUIREMENTS = {
  1: 27,
  2: 11,
  3: 19,
  4: 10,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  10: 29,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
  17: 7,
};

const lines = page('docs/security/asvs.md')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, number]) => /^\d+\.\d+\.\d+$/.test(number ?? ''))
  .map(([, number, level, what, state, shown]) => ({ number: number!, level: level!, what: what!, state: state!, shown: shown! }));

describe('the ASVS checklist', () => {
  it('has every requirement of both levels once', () => {
    const counts = new Map<string, number>();
    for (const { number } of lines) counts.set(number.split('.')[0]!, (counts.get(number.split('.')[0]!) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual(REQUIREMENTS);
    expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
  });

  it('says of each whether it holds, and points to what shows it', () => {
    for (const { number, level, what, state, shown } of lines) {
      expect({ number, level, what }).toEqual({ number, level: expect.stringMatching(/^[12]$/), what: expect.stringMatching(/^.{5,}$/) });
      expect({ number, state }).toEqual({ number, state: expect.stringMatching(/^(holds|does not hold|not applicable)$/) });
      if (state === 'holds') expect({ number, shown }).toEqual({ number, shown: expect.stringMatching(/^`.+`$/) });
    }
  });

  it('counts right', () => {
    const of = (state: string) => lines.filter((line) => line.state === state).length;
    expect(page('docs/security/asvs.md')).toContain(
      `Of ${lines.length} requirements ${of('holds')} hold, ${of('does not hold')} do not, and ${of('not applicable')} do not apply.`,
    );
  });
});

it.each([...readdirSync(join(ROOT, 'docs', 'security')).map((name) => `docs/security/${name}`), 'SECURITY.md'])(
  '%s points to what is there',
  (path) => {
    const text = page(path);
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => join(path, '..', link!));
    const files = [...text.matchAll(/`((?:src|test|docs|web|scripts|migrations)\/[\w./-]+)`/g)].map(([, file]) => file!);
    expect([...links, ...files].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  },
);

describe('advisories', () => {
  const [name, url] = ['left-pad', 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc'];
  const cause = { name, url, severity: 'high', title: 'It pads too far' };
  const compared = (report: object) => {
    const from = join(mkdtempSync(join(tmpdir(), 'tsunagi-advisories-')), 'report.json');
    writeFileSync(from, JSON.stringify(report));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'advisories.mjs'), '--from', from], {
      encoding: 'utf8',
    });
    rmSync(dirname(from), { recursive: true });
    return { status, said: stdout + stderr };
  };

  it('are open until somebody has argued them, and each counts once', () => {
    const vulnerabilities = { [name]: { via: [cause] }, other: { via: [name, cause] } };
    const { status, said } = compared({ vulnerabilities });
    expect(status).toBe(1);
    expect(said).toContain('left-pad  GHSA-aaaa-bbbb-cccc  high: It pads too far');
    expect(said).toMatch(/advisories 1, argued 0, open 1\n$/);
  });

  it('are none where none is found, and nothing is claimed where nobody could be asked', () => {
    expect(compared({ vulnerabilities: {} })).toEqual({ status: 0, said: 'advisories 0, argued 0, open 0\n' });
    const { status, said } = compared({ message: '405 Method Not Allowed' });
    expect({ status, said }).toEqual({ status: 2, said: expect.stringContaining('Nobody could be asked: 405 Method Not Allowed') });
  });
});

describe('libraries', () => {
  it('stand under licences of the list, on every platform', () => {
    const said = execFileSync(process.execPath, [join(ROOT, 'scripts', 'licences.mjs')], { encoding: 'utf8' });
    expect(said).toContain('Every licence is on the list.');
  });

  it('run nothing while they are installed, but for those that were looked at', () => {
    const { packages } = JSON.parse(page('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };
    const { allowScripts } = JSON.parse(page('package.json')) as { allowScripts: Record<string, boolean> };
    const scripted = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    expect(scripted.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});
