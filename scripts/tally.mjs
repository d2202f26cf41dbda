/**
 * Ends a run of `.ci/run` with its one line: `node scripts/tally.mjs <results directory> <exit status>…`.
 * Counts each part of `npm run check` and each test. Whatever left no result, or failed without naming what failed, counts as one failure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory = '', ...statuses] = process.argv.slice(2);
const counts = [countParts(read('check.json')), countTests(read('tests.json'))];
const passed = sum(counts.map((count) => count.passed));
const named = sum(counts.map((count) => count.failed));
const failed = named === 0 && statuses.some((status) => status !== '0') ? 1 : named;

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function countParts(parts) {
  if (parts === null) return { passed: 0, failed: 1 };
  const outcomes = Object.values(parts);
  return { passed: outcomes.filter(Boolean).length, failed: outcomes.filter((outcome) => !outcome).length };
}

/** A file that broke before its tests began has none that failed, so it counts itself. A run without a single test proves nothing. */
function countTests(tests) {
  if (tests === null || tests.numTotalTests === 0) return { passed: 0, failed: 1 };
  const named = tests.numFailedTests + tests.numRuntimeErrorTestSuites;
  return { passed: tests.numPassedTests, failed: named === 0 && !tests.success ? 1 : named };
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(directory, name), 'utf8'));
  } catch {
    console.error(`There is no ${name}: that step did not come to its end.`);
    return null;
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
