import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.js';
import { UNHURRIED } from '../../support/unhurried.js';
import { createApp } from '../../../src/create-app.js';
import type { Channel, Lock, Scene } from './channels.js';
import { setClock } from './fill.js';
import { maySee, mayReach } from './policy.js';
import { byAbility, byConditions, byDoor, byScope } from './shown-by-door.js';
import { byResponsibility } from './shown-as-responsibility.js';
import { byCase, byInbox, byLists, bySeries } from './shown-by-graphql.js';
import { bySockets, LATER_DAYS } from './shown-by-sockets.js';
import { Tally, type Truth } from './tally.js';
import { DAY_MS } from './town.js';
import { rowsOf, type World } from './world.js';

const CHANNELS: readonly Channel[] = [byDoor, byConditions, byScope, byAbility, byLists, byInbox, byCase, bySeries, byResponsibility];
const AT_ONCE = 4;
/** Row-level security covers what belongs to a case or a household, the trail and inbox cursors; not these. */
const BESIDE_CASES = [
  ...['OfficeCalendar', 'ClosingDay', 'WorkingWeek', 'WorkingHours', 'Absence', 'MeetingKind'],
  ...['Agency', 'Staff', 'Posting', 'NeedToKnowCell', 'Account', 'Session', 'SecondFactor', 'ApiToken', 'SignInRule'],
];

export interface Play {
  readonly lock: Lock;
  /** Whether the first difference is enough. */
  readonly brief: boolean;
  /** To look at the sockets and nowhere else. */
  readonly only?: 'sockets';
}

/** Runs the product on a database that holds this world, and compares all that it shows to anyone with the policy. */
export async function play(url: string, world: World, { lock, brief, only }: Play): Promise<Tally[]> {
  const headsDir = await mkdtemp(join(tmpdir(), 'tsunagi-oracle-'));
  const product = await createApp(
    readConfig({ PORT: '0', DATA_DIR: headsDir, HEADS_DIR: headsDir, ...UNHURRIED, LOG_LEVEL: 'silent' }),
    url,
  );
  try {
    const tallies: Tally[] = [];
    for (const days of [0, LATER_DAYS]) {
      const instant = new Date(world.now.getTime() + days * DAY_MS);
      await setClock(url, instant);
      tallies.push(await look({ product, url, world: days === 0 ? world : afterwards(world), instant, lock }, { lock, brief, only }));
      if (brief && tallies.at(-1)!.differences.length > 0) break;
    }
    return tallies;
  } finally {
    await product.close();
    await rm(headsDir, { recursive: true, force: true });
  }
}

/** The world with what happened while everybody watched. */
function afterwards({ later, ...world }: World): World {
  const rows = new Map(world.rows).set('TrailEntry', [...rowsOf({ ...world, later }, 'TrailEntry'), ...later]);
  return { ...world, rows, later: [] };
}

async function look(scene: Omit<Scene, 'tally' | 'types'>, { brief, only }: Play): Promise<Tally> {
  const { world, instant, lock } = scene;
  const seen: Truth = (person, row) => maySee(world, person, row, instant);
  const reached: Truth = (person, row) => (BESIDE_CASES.includes(row.type) ? seen(person, row) : mayReach(world, person, row, instant));
  const tally = new Tally(world, instant, lock === 'rows' ? reached : seen);
  const types = [...world.rows.keys()].filter((type) => lock !== 'rows' || !BESIDE_CASES.includes(type));
  const full = { ...scene, tally, types };
  const enough = () => brief && tally.differences.length > 0;
  for (const channel of only ? [] : CHANNELS) {
    const queue = world.people.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const person of queue) if (!enough()) await channel(full, person);
      }),
    );
  }
  // The last of all: it adds to the trail.
  if (!enough() && world.later.length > 0) await socketsOf(full);
  return tally;
}

/** Pointers are decided by the rules in either case: they are asked of each entry, not of a table. */
async function socketsOf(scene: Scene): Promise<void> {
  const { world, instant, tally } = scene;
  const own = new Tally(world, instant, (person, row) => maySee(world, person, row, instant));
  await bySockets({ ...scene, tally: own });
  tally.include(own);
}
