// What a request costs as the data grows, and as people have more seats.
import { race } from './race.mjs';

/** Eighty seats for each person and ten tasks for each case, at every size. As many people ask at every size, so that as many are remembered. */
const SIZES = [
  { label: '1/10 of the data', cases: 2_000, staff: 200, askers: 200 },
  { label: 'the data', cases: 20_000, staff: 2_000, askers: 200 },
  { label: '5 × the data', cases: 100_000, staff: 10_000, askers: 200 },
];
/** The same cases among fewer people. Of those with ten seats more ask: each has only a few tasks to start. */
const SEATS = [
  { label: '10 seats a person', cases: 20_000, staff: 16_000, askers: 1_600 },
  { label: '100 seats a person', cases: 20_000, staff: 1_600, askers: 1_600 },
  { label: '1,000 seats a person', cases: 20_000, staff: 160, askers: 160 },
];
const SERIES = [
  { name: 'data', what: 'CPU of a request (server and PostgreSQL), from a tenth of the data to five times it', points: SIZES, most: 1.5 },
  { name: 'seats', what: 'CPU of a request, from 10 to 1,000 seats for each person', points: SEATS, most: null },
];

/** Measures one series or both; with `load`, makes the worlds and measures nothing. */
export async function grow(ground, { series, load, ...options }) {
  const wanted = SERIES.filter(({ name }) => series === 'both' || series === name);
  const results = [];
  for (const { name, points } of wanted) {
    for (const point of points) {
      console.log(`\n${point.label}`);
      if (load) await ground.world(point.cases, point.staff);
      else results.push({ series: name, ...point, ...(await race(ground, { ...options, connections: [32] }, point)) });
    }
  }
  const table = load ? [] : wanted.flatMap((one) => show(one, results, options));
  return { at: new Date().toISOString(), table, results };
}

function show({ name, what, points, most }, results, { works, peers }) {
  console.log(`\n${what}`);
  console.log(`| work | peer | ${points.map(({ label }) => label).join(' | ')} | beside the smallest | answers, KiB |`);
  console.log(`|---|---|${'---|'.repeat(points.length + 2)}`);
  const rows = works.flatMap((work) => peers.map((peer) => rowOf(name, points, results, work, peer)));
  for (const { work, peer, ms, beside, kib } of rows) {
    const cells = [work, peer, ...ms.map((value) => `${value.toFixed(2)} ms`), texts(beside, 2), texts(kib, 1)];
    console.log(`| ${cells.join(' | ')} |`);
  }
  for (const { work, peer, beside } of rows) {
    if (peer !== 'tsunagi' || most === null) continue;
    const grown = beside.at(-1);
    console.log(`${grown <= most ? 'reached' : 'MISSED '}  ${work} with fifty times the data: × ${grown.toFixed(2)} (wants ≤ ${most})`);
  }
  return rows;
}

function rowOf(series, points, results, work, peer) {
  const found = points.map(({ label }) => {
    const { summary } = results.find((result) => result.series === series && result.label === label);
    return summary.find((row) => row.name === peer && row.work === work);
  });
  // Seconds for a thousand requests are milliseconds for one.
  const ms = found.map(({ serverCpu, postgresCpu }) => serverCpu + postgresCpu);
  return { series, work, peer, ms, beside: ms.map((value) => value / ms[0]), kib: found.map(({ bytes }) => bytes / 1024) };
}

const texts = (values, digits) => values.map((value) => value.toFixed(digits)).join(' · ');
