import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Pinned to a core of its own where the system can do that, so that sender and receivers do not share one. */
export const pinned = (core, command) =>
  process.platform === 'linux' ? ['taskset', ['-c', String(core), ...command]] : [command[0], command.slice(1)];

class Child {
  constructor(file, env = {}, options = []) {
    const [command, args] = pinned(0, [process.execPath, '--expose-gc', ...options, new URL(file, import.meta.url).pathname]);
    this.isProfiled = options.length > 0;
    this.ended = new AbortController();
    this.process = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.process.once('exit', () => this.ended.abort());
  }

  async said() {
    const [message] = await once(this.process, 'message', { signal: this.ended.signal });
    return message;
  }

  ask(what) {
    this.process.send({ ask: what });
    return this.said();
  }

  async end() {
    const gone = once(this.process, 'exit');
    // Whoever is being profiled writes that down as it goes.
    if (this.isProfiled) this.process.disconnect();
    else this.process.kill('SIGKILL');
    await gone;
  }
}

/** Plain socket.io. `announce` tells rooms of new entries and answers with their numbers at once. */
export async function startPlain() {
  const child = new Child('plain.mjs');
  const { port } = await child.said();
  let seq = 0;
  return {
    port,
    commits: [],
    ask: (what) => child.ask(what),
    end: () => child.end(),
    announce(places) {
      const pointers = places.map(({ caseId, sessionId }) => ({
        room: sessionId ?? caseId,
        pointer: { caseId, seq: ++seq, ...(sessionId ? { sessionId } : {}) },
      }));
      child.process.send({ pointers });
      return pointers.map(({ pointer }) => pointer.seq);
    },
  };
}

/**
 * The product. `announce` commits one transaction with an entry for each place. Nobody else writes, so that the numbers are known before. `commits` is how
 * long each took.
 */
export async function startProduct(url, env, isProfiled) {
  const profiling = ['--cpu-prof', `--cpu-prof-dir=${new URL('../out', import.meta.url).pathname}`, '--cpu-prof-name=live.cpuprofile'];
  const child = new Child('product.mjs', { ...env, DATABASE_URL: url, PORT: '0' }, isProfiled ? profiling : []);
  const { port } = await child.said();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let [{ seq }] = (await client.query('select coalesce(max(seq), 0)::float8 as seq from trail')).rows;
  let last = Promise.resolve();
  const commits = [];
  return {
    port,
    commits,
    ask: (what) => child.ask(what),
    async end() {
      await last;
      await client.end();
      await child.end();
    },
    announce(places) {
      const drafts = places.map(draftOf);
      last = last.then(async () => {
        const began = performance.now();
        await client.query('select append_trail($1)', [JSON.stringify(drafts)]);
        commits.push(performance.now() - began);
      });
      return places.map(() => ++seq);
    },
  };
}

const draftOf = ({ caseId, sessionId = null }) => ({
  at: new Date().toISOString(),
  kind: 'attendance.marked',
  via: 'bench',
  actor: 'system:setup',
  commandId: randomUUID(),
  print: '00000000',
  ordinal: 0,
  caseId,
  seriesId: null,
  sessionId,
  category: 'COORDINATION',
  confinedTo: null,
  type: 'Invitation',
  id: randomUUID(),
  to: [],
  state: {},
  data: {},
});
