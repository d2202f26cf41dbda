import type { Outcome } from './run.js';
import type { Verdict } from './checker.js';

const MOST_SHOWN = 8;

/** What must be empty, and what it is called. */
const COUNTS = {
  lost: 'acknowledged and not there',
  doubled: 'there twice, or written over',
  missed: 'not told to a watcher',
  half: 'there although nobody was told so, or in part',
  keyPersons: 'instants without exactly one key person',
  versions: 'version steps that no entry accounts for',
  trail: 'faults of the trail',
} as const satisfies Partial<Record<keyof Verdict, string>>;

/** Says how the run went, worst last. `true` when nothing is wrong. */
export function tell({ happened, verdict, incidents, fell, longestMs, histories }: Outcome, say: (line: string) => void): boolean {
  const faults = [...happened.values()].reduce((sum, times) => sum + times, 0);
  for (const [fault, times] of [...happened].sort(([, a], [, b]) => b - a)) say(`  ${String(times).padStart(4)} × ${fault}`);
  const { acknowledged, refused, left, entries, heads, commands } = verdict;
  const again = histories.sent.filter(({ attempts }) => attempts > 1).length;
  say(
    `  ${acknowledged} acknowledged (${again} after a retry), ${refused} refused, ${left} left by their clients; ${byVerb(histories.sent)}`,
  );
  say(`  ${entries} entries, ${heads} published heads; the longest wait for an answer ${(longestMs / 1000).toFixed(1)} s`);
  let isSound = true;
  for (const [name, meaning] of Object.entries(COUNTS)) {
    const found = verdict[name as keyof typeof COUNTS];
    if (found.length === 0) continue;
    isSound = false;
    say(`WRONG: ${found.length} ${meaning}`);
    for (const one of found.slice(0, MOST_SHOWN)) say(`    ${one}`);
  }
  for (const [count, meaning] of [
    [incidents.length, `answers that called it a bug of the product, such as: ${incidents[0]}`],
    [fell.length, `nodes that ended although nobody had killed them, the last with: ${fell.at(-1)}`],
  ] as const) {
    if (count === 0) continue;
    isSound = false;
    say(`WRONG: ${count} ${meaning}`);
  }
  const restarts = happened.get('node stopped and started');
  if (restarts !== undefined) {
    isSound &&= left === 0;
    say(`restarts ${restarts}, commands ${commands}, failed ${left}, the longest pause of anybody ${(longestMs / 1_000).toFixed(1)} s`);
  }
  say(
    `faults ${faults}, commands ${commands}, lost ${verdict.lost.length}, doubled ${verdict.doubled.length}, missed ${verdict.missed.length}`,
  );
  return isSound;
}

const byVerb = (sent: Outcome['histories']['sent']) =>
  [...Map.groupBy(sent, ({ verb }) => verb)]
    .map(([verb, all]) => `${verb} ${all.filter(({ outcome }) => outcome === 'DONE').length}/${all.length}`)
    .join(', ');
