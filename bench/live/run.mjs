/**
 * Live fan-out beside plain socket.io, in turns in one run: `npm run bench:live [-- --rounds 3] [-- --quick]`; `--only room` one shape
 * (`1000`, `5000` or `room`), `--profile` leaves a CPU profile of the product in bench/out.
 * Sockets on cases (fifty people with two windows each on every case) and one meeting room with 200 watchers. Server on one core; PostgreSQL
 * and everybody who listens on another. From the moment at which the driver sends its commit (for plain socket.io: its order to emit), to the
 * pointer, and to the answer of the question that the pointer leads to. Writes bench/out/live.json.
 */
import { spawnSync } from 'node:child_process';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openThrowaway } from '../../dist/src/database/throwaway.js';
import { Line } from './line.mjs';
import { report } from './report.mjs';
import { pinned, startPlain, startProduct } from './servers.mjs';
import { makeWorld, WINDOWS } from './world.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean' },
    only: { type: 'string' },
    profile: { type: 'boolean' },
    pinned: { type: 'boolean' },
  },
});
if (!values.pinned && process.platform === 'linux') {
  const [command, args] = pinned(1, [process.execPath, ...process.argv.slice(1), '--pinned']);
  process.exit(spawnSync(command, args, { stdio: 'inherit' }).status ?? 1);
}

const SECONDS = values.quick ? 2 : 4;
const ROUNDS = values.quick ? 1 : Number(values.rounds);
/** Pointers in a second, in all, when the pace is given. */
const PACE = 20_000;
/** Pointers that are on their way, at the least, when the server is to be saturated. */
const IN_FLIGHT = 10_000;
/** Announcements to everybody, at the least, of which the slowest hundredth is told: of a handful it would be the slowest alone. */
const BURSTS = values.quick ? 20 : 80;
const LARGE = values.quick ? 2_000 : 5_000;
const ENV = {
  LOG_LEVEL: 'error',
  HEADS_DIR: '/tmp/tsunagi-bench-heads',
  RATE_PER_PERSON: '0',
  RATE_PER_AGENCY: '0',
  RATE_PER_ADDRESS: '0',
  RATE_OF_EVENTS: '0',
  SOCKETS_PER_ADDRESS: '100000',
  BROWSER_OPERATIONS: 'any',
};
const BOARD = 'query ($id: Uuid!) { case(id: $id) { id headline keyPerson { staff { name } } tasks { id what dueOn } } }';

const now = () => performance.now();
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
const spread = (times) => {
  const sorted = Float64Array.from(times).sort();
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
};

/** One shape on one server. `places` are what is watched: by whom, and under which name. */
async function measure(server, places, refetching) {
  await (await Line.open(server.port, places[0].people[0].token, () => undefined)).close();
  const idle = await server.ask('memory');
  const hall = new Hall();
  const began = now();
  for (const place of places) await hall.fill(server.port, place);
  const connectMs = now() - began;
  const full = await server.ask('memory');
  const kib = (full - idle) / hall.size / 1_024;
  const all = places.map(({ watched }) => watched);
  await hall.paced(server, [all], hall.size / PACE, 1);
  const one = await hall.paced(
    server,
    all.map((place) => [place]),
    0.02,
    SECONDS,
  );
  const everybody = await hall.paced(server, [all], hall.size / PACE, Math.max(SECONDS, (BURSTS * hall.size) / PACE));
  const saturated = await hall.saturated(server, all, SECONDS);
  const refetched = refetching ? await hall.refetching(server, all, refetching) : null;
  hall.close();
  return { sockets: hall.size, connectMs, kib, one, everybody, saturated, refetched };
}

/** Everybody who listens, and what they have heard. */
class Hall {
  lines = [];
  sent = new Map();
  times = [];
  heard = 0;
  flying = new Map();
  onPointer = null;

  get size() {
    return this.lines.length;
  }

  async fill(port, { people, watched }) {
    const opening = people.flatMap(({ token }) =>
      Array.from({ length: WINDOWS }, async () => {
        const line = await Line.open(port, token, (seq, self) => this.hear(seq, self));
        const answer = await line.watch(watched.sessionId ? { sessionId: watched.sessionId } : { caseId: watched.caseId });
        if (!answer?.ok) throw new Error(`A watch was refused: ${JSON.stringify(answer)}`);
        Object.assign(line, { watched, token });
        return line;
      }),
    );
    this.lines.push(...(await Promise.all(opening)));
    watched.size = opening.length;
  }

  hear(seq, line) {
    const began = this.sent.get(seq);
    if (began === undefined) return;
    this.times.push(now() - began);
    this.heard++;
    this.onPointer?.(seq, line, began);
    const left = this.flying.get(seq) - 1;
    this.flying.set(seq, left);
    if (left > 0) return;
    this.flying.delete(seq);
    this.onAll?.();
  }

  announce(server, places) {
    const began = now();
    // The number is known as soon as the order is given, and long before anything arrives.
    server.announce(places).forEach((seq, index) => {
      this.sent.set(seq, began);
      this.flying.set(seq, places[index].size);
    });
  }

  async during(server, drive) {
    this.sent.clear();
    server.commits.length = 0;
    this.times = [];
    this.heard = 0;
    const [before, began] = [await server.ask('cpuUs'), now()];
    await drive(now());
    for (const patience = now() + 10_000; this.flying.size > 0 && now() < patience;) await pause(5);
    if (this.flying.size > 0) throw new Error(`${this.flying.size} entries did not reach everybody.`);
    const [seconds, after] = [(now() - began) / 1_000, await server.ask('cpuUs')];
    return { ...spread(this.times), perSecond: this.heard / seconds, cpuUs: (after - before) / this.heard, commit: spread(server.commits) };
  }

  /** One announcement every `every` seconds, to each of `turns` in turn. */
  paced(server, turns, every, seconds) {
    return this.during(server, async (began) => {
      for (let turn = 0; turn * every < seconds; turn++) {
        await pause(Math.max(0, began + turn * every * 1_000 - now()));
        this.announce(server, turns[turn % turns.length]);
      }
    });
  }

  /** Two announcements to everybody are always on their way, and as many as make `IN_FLIGHT` pointers where few watch: the server never waits for the next. */
  saturated(server, places, seconds) {
    return this.during(server, async (began) => {
      const end = began + seconds * 1_000;
      const rest = Promise.withResolvers();
      let here = 0;
      this.onAll = () => {
        if (++here % places.length !== 0) return;
        if (now() < end) this.announce(server, places);
        else rest.resolve();
      };
      const ahead = Math.max(2, Math.ceil(IN_FLIGHT / this.size));
      for (let more = 0; more < ahead; more++) this.announce(server, places);
      await rest.promise;
      this.onAll = null;
    });
  }

  /** One announcement after another; of those whom it reaches, `share` ask for what is on their screen. */
  async refetching(server, places, { share, every }) {
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    const answers = [];
    const readers = new Set(this.lines.filter((_, index) => index % share === 0));
    this.onPointer = (_, line, began) => {
      if (readers.has(line)) answers.push(ask(agent, server.port, line).then(() => now() - began));
    };
    await this.paced(
      server,
      places.map((place) => [place]),
      every,
      SECONDS * 2,
    );
    const times = await Promise.all(answers);
    this.onPointer = null;
    agent.destroy();
    return { ...spread(times), questions: times.length };
  }

  close() {
    for (const line of this.lines) line.close();
  }
}

function ask(agent, port, { token, watched }) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const asking = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => (text.includes('"headline"') ? resolve() : reject(new Error(text.slice(0, 300)))));
    });
    asking.on('error', reject);
    asking.end(JSON.stringify({ query: BOARD, variables: { id: watched.caseId } }));
  });
}

const server = await openThrowaway();
try {
  const world = await makeWorld(server.url, LARGE / 100, ENV);
  const cases = (count) =>
    world.cases.slice(0, count / 100).map(({ caseId, people }) => ({ watched: { caseId }, people: people.slice(0, 50) }));
  const [meeting] = world.cases;
  const every = [
    ['1,000 on cases', cases(1_000), { share: 20, every: 0.1 }],
    [`${LARGE.toLocaleString('en')} on cases`, cases(LARGE), { share: 20, every: 0.1 }],
    [
      'a room of 200',
      [{ watched: { caseId: meeting.caseId, sessionId: world.sessionId }, people: meeting.people }],
      { share: 1, every: 2 },
    ],
  ];
  const shapes = every.filter(([name]) => name.replace(',', '').includes(values.only ?? ''));
  const measured = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [shape, places, refetching] of shapes) {
      for (const kind of ['plain', 'product']) {
        const running = kind === 'plain' ? await startPlain() : await startProduct(server.url, ENV, values.profile);
        try {
          measured.push({ shape, kind, ...(await measure(running, places, kind === 'product' ? refetching : null)) });
          process.stderr.write(`  ${round + 1} ${shape} ${kind}\n`);
        } finally {
          await running.end();
        }
      }
    }
  }
  report(
    shapes.map(([shape]) => shape),
    measured,
  );
} finally {
  await server.close();
}
