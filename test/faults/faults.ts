import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.js';
import type { Node } from './node.js';
import type { Postgres } from './postgres.js';

/** What can be broken. */
export interface Site {
  readonly chance: Chance;
  readonly postgres: Postgres;
  readonly nodes: readonly Node[];
  /** What may happen; everything where nothing is named. */
  readonly kinds?: readonly string[];
}

/** What may happen to a node or to the database that all share, and how often. */
const WEIGHTS = {
  'node killed': 14,
  'database killed': 9,
  'connections to the database ended': 18,
  'connections of clients cut': 18,
  'wires to the database cut': 8,
  'node paused': 13,
  'database slow': 11,
  'disk of the heads slow': 9,
} as const;
export type Fault = keyof typeof WEIGHTS | 'node stopped and started';

const OF_THE_DATABASE: ReadonlySet<string> = new Set(['database killed', 'connections to the database ended']);
const MOST_SKEW_MS = 10 * 60_000;
/** Whoever is killed stays away so long. */
const AWAY_MS = [100, 1_500] as const;
const PAUSED_MS = [500, 7_000] as const;
const SLOW_MS = [1_000, 4_000] as const;
const SLOW_BY_MS = [20, 300] as const;

const HAPPENS: Readonly<Record<keyof typeof WEIGHTS, (site: Site, node: Node) => Promise<void>>> = {
  'node killed': async ({ chance }, node) => {
    await node.end('SIGKILL');
    await pause(chance.between(...AWAY_MS));
    setWrong(node, chance);
    await node.start();
  },
  'database killed': async ({ chance, postgres }) => {
    await postgres.kill();
    await pause(chance.between(...AWAY_MS));
    await postgres.start();
  },
  'connections to the database ended': ({ chance, postgres }) => postgres.terminate(chance.one([0.3, 0.6, 1])).catch(() => undefined),
  'connections of clients cut': async (_, node) => node.clients.cut(),
  'wires to the database cut': async (_, node) => node.database.cut(),
  'node paused': async ({ chance }, node) => {
    node.signal('SIGSTOP');
    await pause(chance.between(...PAUSED_MS));
    node.signal('SIGCONT');
  },
  'database slow': async ({ chance }, node) => {
    node.database.delayMs = chance.between(...SLOW_BY_MS);
    await pause(chance.between(...SLOW_MS));
    node.database.delayMs = 0;
  },
  'disk of the heads slow': async (_, node) => node.signal('SIGUSR2'),
};

/** Sets a node's clock wrong by some minutes; it counts from its next start on. */
export function setWrong(node: Node, chance: Chance): void {
  node.skewMs = Math.round(chance.between(-MOST_SKEW_MS, MOST_SKEW_MS));
}

/** What may happen now, and how often. */
const possible = (kinds: readonly string[], toDatabase: boolean) =>
  Object.fromEntries(
    Object.entries(WEIGHTS).filter(([fault]) => kinds.includes(fault) && (toDatabase || !OF_THE_DATABASE.has(fault))),
  ) as typeof WEIGHTS;

/** Lets something happen every so often until `isOver`, then waits until everything is whole again. Brings back what happened, and how often. */
export async function trouble(site: Site, everyMs: number, isOver: () => boolean): Promise<Map<Fault, number>> {
  const { chance, nodes, postgres, kinds = Object.keys(WEIGHTS) } = site;
  const happened = new Map<Fault, number>();
  const busy = new Map<unknown, Promise<unknown>>();
  while (!isOver()) {
    await pause(chance.between(0.4, 1.6) * everyMs);
    // Whoever is being mended is left alone: one thing after the other happens to each.
    const whole = nodes.filter((node) => !busy.has(node));
    const weights = possible(kinds, !busy.has(postgres));
    // While no node is whole, the database is left alone: on a slow machine no node would ever become so again.
    if (whole.length === 0 || Object.keys(weights).length === 0) {
      await Promise.race(busy.values());
      continue;
    }
    const fault = chance.weighed(weights);
    const node = chance.one(whole);
    const whom = OF_THE_DATABASE.has(fault) ? postgres : node;
    happened.set(fault, (happened.get(fault) ?? 0) + 1);
    busy.set(
      whom,
      HAPPENS[fault](site, node).finally(() => busy.delete(whom)),
    );
  }
  await Promise.all(busy.values());
  return happened;
}

/** Stops one node after the other as an upgrade does, and starts it again: never two at a time. */
export async function rolling({ nodes }: Site, isOver: () => boolean): Promise<Map<Fault, number>> {
  let times = 0;
  while (!isOver()) {
    for (const node of nodes) {
      await node.end('SIGTERM');
      await node.start();
      times += 1;
    }
  }
  return new Map([['node stopped and started', times]]);
}
