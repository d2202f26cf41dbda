// The medians of all rounds as a table, and what the house promised of them.
import { median } from './figures.mjs';

const KEYS = ['perSecond', 'p50', 'p99', 'serverCpu', 'postgresCpu', 'memory', 'bytes'];
/** At 32 connections: at least so many times PostGraphile, at least this part of the floor; and statements for each request. */
const TARGETS = { q1: [3, 0.45, 4], q2: [1.5, 0.5, 3], q3: [1.5, 0.65, 3], m1: [2, 0.2, null] };
/** Directus 12, as parts of such a floor at 32 connections over a like model. It is not run here: it takes minutes to install, and a database of its own. */
const DIRECTUS = { q1: 0.02, q2: 0.07, q3: 0.112, m1: 0.02 };

const short = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

export function print(runs, statements, { peers, works, connections }) {
  const summary = works.flatMap((work) =>
    connections.flatMap((count) =>
      peers.map((name) => {
        const of = runs.filter((run) => run.work === work && run.connections === count && run.name === name);
        return { work, connections: count, name, ...Object.fromEntries(KEYS.map((key) => [key, median(of.map((run) => run[key]))])) };
      }),
    ),
  );
  const find = (work, count, name) => summary.find((row) => row.work === work && row.connections === count && row.name === name);
  console.log(
    '| work | conns | peer | req/s | p50 ms | p99 ms | server CPU s/1000 | Postgres CPU s/1000 | MiB | bytes | statements | of the floor | of PostGraphile | of the tutorial |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
  for (const row of summary) {
    const beside = (name) => {
      const other = find(row.work, row.connections, name);
      return other ? (row.perSecond / other.perSecond).toFixed(2) : '';
    };
    const cells = [
      row.work,
      row.connections,
      row.name,
      ...KEYS.map((key) => short(row[key])),
      (statements[row.name]?.[row.work]?.perRequest ?? 0).toFixed(1),
      beside('floor'),
      beside('postgraphile'),
      beside('tutorial'),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  judge(summary, find, statements, works);
  return summary;
}

const partOf = (row, part) => row && { perSecond: row.perSecond * part };

function judge(summary, find, statements, works) {
  const say = (holds, what) => console.log(`${holds ? 'reached' : 'MISSED '}  ${what}`);
  const atLeast = (what, ours, other, least) =>
    ours &&
    other &&
    say(ours.perSecond >= least * other.perSecond, `${what}: ${(ours.perSecond / other.perSecond).toFixed(2)} (wants ≥ ${least})`);
  for (const work of works) {
    const [times, part, most] = TARGETS[work];
    const ours = find(work, 32, 'tsunagi');
    atLeast(`${work} beside PostGraphile at 32`, ours, find(work, 32, 'postgraphile'), times);
    atLeast(`${work} beside the floor at 32`, ours, find(work, 32, 'floor'), part);
    atLeast(`${work} beside NestJS as tutorials write it at 32`, ours, find(work, 32, 'tutorial'), 1);
    atLeast(`${work} beside what Directus has of a floor at 32`, ours, partOf(find(work, 32, 'floor'), DIRECTUS[work]), 1);
    const [alone, other] = ['tsunagi', 'postgraphile'].map((name) => find(work, 1, name));
    if (alone && other) say(alone.p50 <= other.p50, `${work} p50 at 1: ${alone.p50.toFixed(2)} ms (wants ≤ ${other.p50.toFixed(2)} ms)`);
    const count = statements.tsunagi?.[work]?.perRequest;
    // What the product does by itself in the meantime, such as writing the access log, is counted too.
    if (most && count) say(count <= most, `${work} statements: ${count.toFixed(1)} (wants ≤ ${most})`);
  }
}
