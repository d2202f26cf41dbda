// Readings of /proc, and the arithmetic on them.
import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100;
const stat = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Seconds of processor time that a process has had. */
export const cpuOf = (pid) => {
  const fields = stat(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
};

export const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Seconds of a PostgreSQL server: its postmaster, the children that it has, and those that it had. */
export function cpuOfTree(root) {
  const own = () =>
    stat(root)
      .slice(11, 15)
      .reduce((sum, value) => sum + Number(value), 0);
  for (;;) {
    const before = own();
    let sum = before;
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      try {
        const fields = stat(pid);
        if (fields[1] === String(root)) sum += Number(fields[11]) + Number(fields[12]);
      } catch {
        // It ended while we looked.
      }
    }
    if (own() === before) return sum / TICKS;
  }
}

/** The processes that a process has begun and that live. */
export const childrenOf = (parent) =>
  readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const ofParent = stat(pid)[1] === String(parent);
      return ofParent ? [{ pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }] : [];
    } catch {
      return [];
    }
  });

export const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A stream of numbers in [0, 1) that is the same for the same seed. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
