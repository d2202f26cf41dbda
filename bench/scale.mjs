/*
 * What a city, a prefecture and a nation would ask of one Tsunagi: `npm run bench:scale`. Arithmetic from the figures of the source documents and from
 * constants that are measured first, and a simulation of the one thing that everybody queues for: the lock of the chain.
 * docs/scale.md tells what follows from it.
 */

import { measure, WRITERS } from './scale/constants.mjs';

/** Households that receive 児童扶養手当, as the source documents print them. The nation is an upper bound: forty-seven prefectures of 埼玉県's size. */
const PLACES = [
  { name: '武蔵野市', households: 454 },
  { name: '川越市', households: 2_369 },
  { name: '埼玉県', households: 51_349 },
  { name: '47 × 埼玉県', households: 47 * 51_349 },
];

/** What a household brings in a year. Contacts are those of 武蔵野市 (延べ3,800回 for 454 households); the rest is assumed, and generous. */
const YEAR = { contacts: 3_800 / 454, sessions: 4, tasks: 10 };
/** Entries of the trail for each: a contact is a record, and every second one a task that moves; a session is what the demonstration's take. */
const ENTRIES = { contact: 1.5, session: 35, task: 4 };
/** One member of staff for so many households, who signs in and out on every working day. */
const HOUSEHOLDS_A_PERSON = 11;
const WORKING_DAYS = 240;
const WORKING_SECONDS = WORKING_DAYS * 8 * 3_600;
/** The busiest minutes against the mean: after meetings, before the end of the day. */
const PEAK = 10;
/** Reads for each write: screens are looked at, and refetch when somebody else writes. */
const READS_A_WRITE = 40;

/** Bytes of the rows beside an entry, with their indexes, as measured in a world of 20,000 cases, rounded up: too much to build for each run. */
const BYTES_BESIDE = 900;

console.log('measuring …');
const MEASURED = await measure();

const seeded = (seed) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

/** Waiting for one lock that is held for a time that varies around its mean, by people who come at random. Milliseconds; `Infinity` when it cannot keep up. */
function waitAt(arrivalsASecond) {
  if (arrivalsASecond * MEASURED.lockSeconds >= 1) return { median: Infinity, p99: Infinity };
  const chance = seeded(7);
  const waits = [];
  let now = 0;
  let free = 0;
  for (let entry = 0; entry < 200_000; entry++) {
    now += -Math.log(1 - chance()) / arrivalsASecond;
    const begins = Math.max(now, free);
    waits.push((begins - now) * 1_000);
    free = begins - Math.log(1 - chance()) * MEASURED.lockSeconds;
  }
  waits.sort((a, b) => a - b);
  return { median: waits[waits.length >> 1], p99: waits[Math.floor(waits.length * 0.99)] };
}

const round = (value, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const ms = (value) => (value === Infinity ? 'cannot keep up' : `${round(value, 2)} ms`);

function loadOf({ name, households }) {
  const staff = Math.max(20, households / HOUSEHOLDS_A_PERSON);
  const ofHouseholds = households * (YEAR.contacts * ENTRIES.contact + YEAR.sessions * ENTRIES.session + YEAR.tasks * ENTRIES.task);
  const entries = ofHouseholds + staff * WORKING_DAYS * 2;
  const peak = (entries / WORKING_SECONDS) * PEAK;
  const { median, p99 } = waitAt(peak);
  return {
    place: name,
    households: round(households),
    staff: round(staff),
    'entries a year': round(entries),
    'GiB a year': round((entries * (MEASURED.bytesAnEntry + BYTES_BESIDE)) / 2 ** 30, 1),
    'entries/s at the peak': round(peak, 2),
    'chain in use': `${round(peak * MEASURED.lockSeconds * 100, 2)} %`,
    'wait for it, p50': ms(median),
    'wait, p99': ms(p99),
    'reads/s at the peak': round(peak * READS_A_WRITE, 1),
    'nodes of one core': Math.max(2, Math.ceil((peak * READS_A_WRITE * 2) / MEASURED.readsACore)),
  };
}

const CONSTANTS = [
  [
    'the chain’s lock, for each entry',
    ms(MEASURED.lockSeconds * 1_000),
    `${WRITERS} writers at once, ${round(MEASURED.entries)} entries`,
    'chain in use; wait for it',
  ],
  ['of that, without waiting for the disk', ms(MEASURED.withoutDisk * 1_000), 'the same with synchronous_commit off', ''],
  ['an entry with its indexes', `${round(MEASURED.bytesAnEntry)} bytes`, 'the same entries', 'GiB a year'],
  ['the rows beside an entry', `${BYTES_BESIDE} bytes`, 'a world of 20,000 cases, once', 'GiB a year'],
  [
    'reads that one core of a node answers',
    `${round(MEASURED.readsACore)} a second`,
    'boards and lists of the demonstration in turns',
    'nodes of one core',
  ],
];
console.log('| constant | measured | of what | the columns that rest on it |\n| --- | --- | --- | --- |');
for (const line of CONSTANTS) console.log(`| ${line.join(' | ')} |`);
console.log('');

const rows = PLACES.map(loadOf);
const headings = Object.keys(rows[0]);
console.log(`| ${headings.join(' | ')} |\n| ${headings.map(() => '---').join(' | ')} |`);
for (const row of rows) console.log(`| ${Object.values(row).join(' | ')} |`);
