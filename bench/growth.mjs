// What a request costs as the data grows, and as people have more seats.
import { race } from './race.mjs';

const SIZES = [
  { label: 'a tenth of the data', cases: 2_000, staff: 200 },
  { label: 'the data', cases: 20_000, staff: 2_000 },
  { label: 'five times the data', cases: 100_000, staff: 10_000 },
];
const SEATS = [
  { label: '10 seats for each person', cases: 20_000, staff: 16_000 },
  { label: '100 seats for each person', cases: 20_000, staff: 1_600 },
  { label: '1,000 seats for each person', cases: 20_000, staff: 160 },
];

export async function grow(ground, options) {
  const results = [];
  for (const size of [...SIZES, ...SEATS]) {
    console.log(`\n${size.label}`);
    results.push({ ...size, ...(await race(ground, { ...options, connections: [32] }, size)) });
  }
  const cost = ({ summary }, name, work) => {
    const row = summary.find((of) => of.name === name && of.work === work);
    return row.serverCpu + row.postgresCpu;
  };
  console.log('\nCPU for each request beside the smallest of the series:');
  for (const series of [SIZES, SEATS]) {
    for (const work of options.works) {
      for (const name of options.peers) {
        const found = series.map(({ label }) =>
          cost(
            results.find((result) => result.label === label),
            name,
            work,
          ),
        );
        console.log(`${work} ${name.padEnd(12)} ${found.map((value) => (value / found[0]).toFixed(2)).join('  ')}`);
      }
    }
  }
  return results;
}
