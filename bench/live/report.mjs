import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];

/** Prints the medians of both, side by side, and keeps everything in bench/out/live.json. */
export function report(shapes, measured) {
  const rows = shapes.flatMap((shape) => {
    const of = (kind, read) => median(measured.filter((one) => one.shape === shape && one.kind === kind).map(read));
    const both = (read) => ({ plain: of('plain', read), product: of('product', read) });
    return {
      shape,
      pointersPerSecond: both((one) => one.saturated.perSecond),
      ratio: of('product', (one) => one.saturated.perSecond) / of('plain', (one) => one.saturated.perSecond),
      everybodyP50: both((one) => one.everybody.p50),
      everybodyP99: both((one) => one.everybody.p99),
      p99Ratio: of('product', (one) => one.everybody.p99) / of('plain', (one) => one.everybody.p99),
      commitP50: of('product', (one) => one.everybody.commit.p50),
      commitP99: of('product', (one) => one.everybody.commit.p99),
      oneCaseP50: both((one) => one.one.p50),
      oneCaseP99: both((one) => one.one.p99),
      cpuUsPerPointer: both((one) => one.saturated.cpuUs),
      kibPerSocket: both((one) => one.kib),
      connectMs: both((one) => one.connectMs),
      refetchedP50: of('product', (one) => one.refetched?.p50),
      refetchedP99: of('product', (one) => one.refetched?.p99),
    };
  });
  const text = (value, digits = 1) => value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
  const line = (name, { plain, product }, digits) =>
    `  ${name.padEnd(44)} ${text(plain, digits).padStart(12)} ${text(product, digits).padStart(12)}`;
  const alone = (name, p50, p99) => `  ${name.padEnd(44)} ${''.padStart(12)} ${`${text(p50)} / ${text(p99)}`.padStart(12)}`;
  for (const row of rows) {
    console.log(`\n${row.shape.padEnd(46)} ${'socket.io'.padStart(12)} ${'Tsunagi'.padStart(12)}`);
    console.log(line('pointers a second, saturated', row.pointersPerSecond, 0), `   × ${row.ratio.toFixed(2)}`);
    console.log(line('commit to pointer, everybody, p50 ms', row.everybodyP50));
    console.log(line('commit to pointer, everybody, p99 ms', row.everybodyP99), `   × ${row.p99Ratio.toFixed(2)}`);
    console.log(alone('of which the commit itself, p50 / p99 ms', row.commitP50, row.commitP99));
    console.log(line('commit to pointer, one case, p50 ms', row.oneCaseP50));
    console.log(line('commit to pointer, one case, p99 ms', row.oneCaseP99));
    console.log(line('server CPU for a pointer, µs', row.cpuUsPerPointer));
    console.log(line('memory of a socket, KiB', row.kibPerSocket));
    console.log(line('all connected and watching, ms', row.connectMs, 0));
    console.log(alone('commit to refetched, p50 / p99 ms', row.refetchedP50, row.refetchedP99));
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  mkdirSync(new URL('../out/', import.meta.url), { recursive: true });
  writeFileSync(
    new URL('../out/live.json', import.meta.url),
    `${JSON.stringify({ at: new Date().toISOString(), commit, node: process.version, rows, measured }, null, 1)}\n`,
  );
}
