import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Chance } from './chance.js';
import { judge, type Verdict } from './checker.js';
import type { Office } from './desk.js';
import { rolling, setWrong, trouble, type Fault } from './faults.js';
import type { Histories } from './history.js';
import { proxy } from './nginx.js';
import { Node } from './node.js';
import { work } from './people.js';
import { Postgres } from './postgres.js';
import { settle } from './town.js';
import { Watcher } from './watcher.js';

export interface Plan {
  readonly seed: number;
  readonly seconds: number;
  readonly nodes: number;
  /** Caseworkers at work at the same time; four to a case. */
  readonly people: number;
  /** A fault about every so many milliseconds. */
  readonly everyMs: number;
  /** The fault that is built into the product; `null` for the product as it is. */
  readonly broken: string | null;
  /** What may happen; everything where nothing is named. */
  readonly kinds?: readonly string[];
  /** Nothing breaks: the nodes are stopped and started in turn. */
  readonly isRolling?: boolean;
  /** People reach the nodes through nginx alone. */
  readonly isProxied?: boolean;
  readonly say: (line: string) => void;
}

/** What a run found. */
export interface Outcome {
  readonly happened: ReadonlyMap<Fault, number>;
  readonly verdict: Verdict;
  /** Answers that called something the product's own bug. */
  readonly incidents: readonly string[];
  /** What nodes said that ended although nobody had killed them. */
  readonly fell: readonly string[];
  /** The longest that anybody waited for an answer to a command, in milliseconds. */
  readonly longestMs: number;
  readonly histories: Histories;
}

/** Clients that go away without an answer, of a thousand. */
const LEAVING = 60;
const REST_MS = 500;
const TELL_MS = 30_000;

/** Starts everything, lets people work while things break, and has the checker judge what is left. */
export async function faultRun(plan: Plan): Promise<Outcome> {
  const dir = await mkdtemp(join(tmpdir(), 'tsunagi-faults-'));
  await chmod(dir, 0o711);
  const chance = new Chance(plan.seed);
  const postgres = await Postgres.open(dir);
  const headsDirs = Array.from({ length: plan.nodes }, (_, at) => join(dir, `heads-${at + 1}`));
  const nodes: Node[] = [];
  let front: Awaited<ReturnType<typeof proxy>> | null = null;
  try {
    for (const [at, headsDir] of headsDirs.entries()) {
      const settings = { DRAIN_SECONDS: plan.isRolling ? '2' : '0' };
      const wishes = {
        headsDir,
        databaseUrl: (port: number) => postgres.url(port),
        databasePort: postgres.port,
        broken: plan.broken,
        settings,
      };
      nodes.push(await Node.prepare(`node ${at + 1}`, wishes));
    }
    if (plan.isProxied)
      front = await proxy(
        dir,
        nodes.map(({ ownPort }) => ownPort),
      );
    const addresses = front ? [front.address] : nodes.map(({ address }) => address);
    return await played(plan, { chance, postgres, nodes, headsDirs, addresses });
  } finally {
    await front?.close();
    for (const node of nodes) await node.close();
    await postgres.stop().catch(() => undefined);
    const home = await realpath(join(dir, 'pg')).catch(() => dir);
    await rm(home, { recursive: true, force: true });
    await rm(dir, { recursive: true, force: true });
  }
}

interface Ground {
  readonly chance: Chance;
  readonly postgres: Postgres;
  readonly nodes: readonly Node[];
  readonly headsDirs: readonly string[];
  /** Where people ask. */
  readonly addresses: readonly string[];
}

async function played(plan: Plan, ground: Ground): Promise<Outcome> {
  const { chance, postgres, nodes, headsDirs, addresses } = ground;
  const began = new Date().toISOString();
  for (const node of nodes) setWrong(node, chance);
  await nodes[0]!.start();
  await Promise.all(nodes.slice(1).map((node) => node.start()));
  const office: Office = { addresses, chance, sent: [], incidents: [], leaving: 0 };
  const families = await settle(office, plan.people);
  const watchers = families.flatMap(({ caseId, desks }) => desks.map((desk) => new Watcher(desk, caseId)));
  await Promise.all(watchers.map((watcher) => watcher.open()));
  plan.say(
    `${nodes.length} nodes, ${plan.people} people, ${families.length} cases, ${watchers.length} windows; clocks wrong by ${nodes.map(({ skewMs }) => `${(skewMs / 60_000).toFixed(1)}`).join(' and ')} min`,
  );

  // Whoever gives up has had a command fail: where nothing breaks nobody does.
  Object.assign(office, { leaving: plan.isRolling ? 0 : LEAVING });
  const end = performance.now() + plan.seconds * 1_000;
  const isOver = () => performance.now() > end;
  const telling = setInterval(() => plan.say(progress(plan, office, end)), TELL_MS);
  const working = Promise.all(families.flatMap((family) => family.desks.map((desk) => work(desk, family, isOver))));
  const site = { chance, postgres, nodes, ...(plan.kinds ? { kinds: plan.kinds } : {}) };
  const [happened] = await Promise.all([
    (plan.isRolling ? rolling(site, isOver) : trouble(site, plan.everyMs, isOver)).finally(() =>
      plan.say('Everything is whole again; some are still at it …'),
    ),
    working,
  ]).finally(() => clearInterval(telling));
  await atRest(postgres);
  const [last] = await postgres.ask<{ seq: number }>('select max(seq)::float8 as seq from trail');
  await Promise.all(watchers.map((watcher) => watcher.has(last!.seq)));
  for (const watcher of watchers) watcher.close();

  const histories: Histories = {
    began,
    ended: new Date().toISOString(),
    sent: office.sent,
    watched: watchers.map((one) => one.knows()),
    headsDirs,
  };
  const client = new pg.Client({ connectionString: postgres.url() });
  await client.connect();
  const verdict = await judge(client, histories).finally(() => client.end());
  return {
    happened,
    verdict,
    incidents: [...nodes.flatMap((node) => node.incidents), ...office.incidents],
    fell: nodes.flatMap((node) => node.fell),
    longestMs: Math.max(...office.sent.map(({ ms }) => ms)),
    histories,
  };
}

const progress = ({ seconds }: Plan, { sent }: Office, end: number) => {
  const done = sent.filter(({ outcome }) => outcome === 'DONE').length;
  return `  ${Math.round(seconds - (end - performance.now()) / 1_000)} s: ${done} acknowledged`;
};

/** Until nothing is written any more: clients that went away may have left something under way. */
async function atRest(postgres: Postgres): Promise<void> {
  for (;;) {
    await pause(REST_MS);
    const [busy] = await postgres.ask(
      "select 1 from pg_stat_activity where application_name = 'tsunagi' and xact_start is not null limit 1",
    );
    if (!busy) return;
  }
}
