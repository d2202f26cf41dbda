import { execFile } from 'node:child_process';
import { serverOfRun } from '../support/database.js';

/*
 * Everything that the product shows to anybody on a made-up world, compared with the policy as plain sentences say it
 * (oracle/policy.ts): each row, for each person, on each channel. The same by command: npm run policy:oracle, npm run policy:mutants.
 */

const PATIENCE_MS = 240_000;
const SMALL = ['--people', '8', '--cases', '2'];

/** What the command prints, on the server of this run, and how it ends. */
function oracle(...options: string[]): Promise<{ told: string; comparisons: number; differences: number; code: number }> {
  const from = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './test/policy/oracle/from-build.mjs',
    './test/policy/oracle/command.ts',
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...from, '--server', serverOfRun(), '--seed', '7', ...options], (fault, told, errors) => {
      const [, comparisons, differences] = /^comparisons (\d+), differences (\d+)\n$/m.exec(told) ?? [];
      if (!comparisons) return reject(new Error(errors || told));
      resolve({ told, comparisons: Number(comparisons), differences: Number(differences), code: fault ? 1 : 0 });
    });
  });
}

it(
  'shows everybody, on every channel, exactly what the policy says',
  async () => {
    const { told, comparisons, differences, code } = await oracle('--comparisons', '100000', ...SMALL);
    expect({ told, differences, code }).toEqual({ told, differences: 0, code: 0 });
    expect(comparisons).toBeGreaterThanOrEqual(100_000);
  },
  PATIENCE_MS,
);

it(
  'shows the same without row-level security: the rules hold by themselves',
  async () => {
    const { told, differences } = await oracle('--comparisons', '1', '--lock', 'rules', ...SMALL);
    expect({ told, differences }).toEqual({ told, differences: 0 });
  },
  PATIENCE_MS,
);

it(
  'shows nothing of other cases with the rules taken out of every query: the second lock holds by itself',
  async () => {
    const { told, differences } = await oracle('--comparisons', '1', '--mutant', 'the rules taken out of the queries', ...SMALL);
    expect({ told, differences }).toEqual({ told, differences: 0 });
  },
  PATIENCE_MS,
);

it(
  'notices a rule that is missing, and says in words who saw what',
  async () => {
    const { told, code } = await oracle('--brief', '--mutant', 'records from the headline on', ...SMALL);
    expect(told).toMatch(
      / and (Record|Statement|Attachment) [0-9a-f-]{36} \(\w+(, \w+)?\), on door \w+: expected not seen, was seen\. Standing: /,
    );
    expect(code).toBe(1);
  },
  PATIENCE_MS,
);
