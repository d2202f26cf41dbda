/*
 * The constants behind docs/scale.md, measured here: how long the chain's lock is held for an entry, what an entry takes on the disk, and how many
 * reads one core of a node answers.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Person } from '../../dist/src/commands/scenario/person.js';
import { readConfig } from '../../dist/src/config.js';
import { createApp } from '../../dist/src/create-app.js';
import { openEmbedded } from '../../dist/src/database/embedded.js';
import { fillEmpty } from '../../dist/src/demo/fill-empty.js';
import { DEMO_PASSWORD } from '../../dist/src/demo/people.js';

/** How many entries commands leave, as often as in the demonstration. */
const LENGTHS = [...Array(51).fill(1), ...Array(15).fill(2), 3, 3, 4, 4, 4, 4, 6, 11, 12];
export const WRITERS = 8;
const LOCK_SECONDS = 12;
const READ_SECONDS = 12;

export async function measure() {
  const dir = await mkdtemp(join(tmpdir(), 'tsunagi-scale-'));
  await chmod(dir, 0o711);
  const server = await openEmbedded(dir);
  try {
    const config = readConfig({
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: dir,
      RATE_PER_PERSON: '0',
      RATE_PER_AGENCY: '0',
      RATE_PER_ADDRESS: '0',
    });
    const app = await createApp(config, server.url, async (spine) => void (await fillEmpty(spine)));
    const readsACore = await readsOf(app);
    await app.close();
    const waiting = await chainOf(server.url, 'on');
    const { lockSeconds: withoutDisk } = await chainOf(server.url, 'off');
    return { readsACore, ...waiting, withoutDisk };
  } finally {
    await server.close();
    await rm(await realpath(join(dir, 'pg')), { recursive: true, force: true });
    await rm(dir, { recursive: true, force: true });
  }
}

/** Requests for each second of this process's time: boards of cases and lists of them in turns, asked by another process. */
async function readsOf(app) {
  const sato = await Person.signIn(app.address, 'sato', DEMO_PASSWORD);
  const { cases } = await sato.ask('{ cases { id } }');
  const child = spawn(process.execPath, [new URL('asks.mjs', import.meta.url).pathname], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, ADDRESS: app.address, TOKEN: sato.token, CASE: cases[0].id, SECONDS: String(READ_SECONDS) },
  });
  await once(child, 'message');
  const before = process.cpuUsage();
  const [{ asked }] = await once(child, 'message');
  const { user, system } = process.cpuUsage(before);
  return asked / ((user + system) / 1_000_000);
}

const draft = (commandId, ordinal, staffId) => ({
  at: new Date().toISOString(),
  kind: 'task.offered',
  via: 'offerTask',
  actor: staffId,
  credential: randomUUID(),
  commandId,
  print: '00000000',
  ordinal,
  caseId: `00000000-0000-4000-8000-${String(Math.floor(Math.random() * 5_000)).padStart(12, '0')}`,
  seriesId: null,
  sessionId: null,
  category: 'COORDINATION',
  confinedTo: null,
  type: 'Task',
  id: randomUUID(),
  to: [randomUUID()],
  state: { ownerKind: 'STAFF', staffId, agencyId: staffId, dueOn: '2026-12-01', status: 'OFFERED' },
  data: {},
});

/** As many at once as the lock lets through, each in a transaction of its own, which waits for the disk when `waits` is on. */
async function chainOf(url, waits) {
  const clients = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`set synchronous_commit = ${waits}`);
      return client;
    }),
  );
  let entries = 0;
  const began = performance.now();
  const until = began + LOCK_SECONDS * 1_000;
  await Promise.all(
    clients.map(async (client, at) => {
      const staffId = randomUUID();
      for (let command = at; performance.now() < until; command += WRITERS) {
        const length = LENGTHS[(command * 7) % LENGTHS.length];
        const commandId = randomUUID();
        await client.query('select append_trail($1)', [
          JSON.stringify(Array.from({ length }, (_, ordinal) => draft(commandId, ordinal, staffId))),
        ]);
        entries += length;
      }
    }),
  );
  const lockSeconds = (performance.now() - began) / 1_000 / entries;
  const { rows } = await clients[0].query(
    `select ((select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'trail'::regclass) + pg_total_relation_size('trail_command'))::float8
            / (select count(*) from trail) as bytes`,
  );
  await Promise.all(clients.map((client) => client.end()));
  return { lockSeconds, bytesAnEntry: rows[0].bytes, entries };
}
