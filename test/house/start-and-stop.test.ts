import { randomBytes, randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { Person } from '../../src/commands/scenario/person.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { withClient } from '../support/server.js';

/* The product as a program: what it says when it cannot start, and how it stops. */

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

let database: TestDatabase;
let dir: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  database = await cloneDatabase();
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-start-'));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function launch(settings: Record<string, string>): { child: ChildProcess; said: () => string; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: '/usr/bin:/bin', DATABASE_URL: database.url, HEADS_DIR: join(dir, 'heads'), PORT: '0', LOG_LEVEL: 'silent', ...settings },
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const said = () => chunks.join('');
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said: said() }));
  return { child, said, ended };
}

async function started(settings: Record<string, string> = {}) {
  const product = launch(settings);
  while (!product.said().includes('ready at')) await Promise.race([once(product.child.stdout!, 'data'), product.ended.then(failed)]);
  return { ...product, address: /ready at (\S+)/.exec(product.said())![1]! };
}

const failed = ({ said }: Ended) => {
  throw new Error(`It did not start: ${said}`);
};

/** The address of the database, with something of it changed. */
const elsewhere = (change: (url: URL) => void) => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

describe('when it cannot start it says why in one sentence', () => {
  let neighbour: Server;
  beforeAll(async () => {
    neighbour = createServer().listen(0, '127.0.0.1');
    await once(neighbour, 'listening');
    await writeFile(join(dir, 'a-file'), '');
  });
  afterAll(() => void neighbour.close());

  it.each([
    ['a wrong setting', () => ({ PORT: 'eighty' }), 'PORT must be a whole number from 0 to 65535, but is "eighty".'],
    [
      'a port that is taken',
      () => ({ PORT: String((neighbour.address() as AddressInfo).port) }),
      /^Tsunagi cannot listen on 127\.0\.0\.1:\d+: another program already listens there; stop that one or set PORT\.$/,
    ],
    ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /^Tsunagi cannot listen on 192\.0\.2\.1:0: .* set HOST\.$/],
    [
      'a database where nobody answers',
      () => ({ DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/tsunagi' }),
      'The database of DATABASE_URL (127.0.0.1:1/tsunagi) cannot be used: nobody answers there.',
    ],
    [
      'a wrong password',
      () => ({ DATABASE_URL: elsewhere((url) => (url.password = 'wrong')) }),
      /^The database of DATABASE_URL \(.*\) cannot be used: it does not accept the user and password\.$/,
    ],
    [
      'a database that does not exist',
      () => ({ DATABASE_URL: elsewhere((url) => (url.pathname = '/nowhere')) }),
      /^The database of DATABASE_URL \(.*\/nowhere\) cannot be used: it has no database of that name\.$/,
    ],
    [
      'a data directory that cannot be written',
      () => ({ DATABASE_URL: '', DATA_DIR: join(dir, 'a-file', 'data') }),
      /^The database cannot be kept in .*: that directory cannot be written\.$/,
    ],
  ])('%s', async (_, settings, sentence) => {
    const { code, said } = await launch(settings()).ended;
    expect(code).toBe(1);
    expect(said.trim()).toMatch(sentence);
    expect(said.trim()).not.toMatch(/\n|secret| at /);
  });
});

it('says what an administrator has to do when the database user may not prepare the database', async () => {
  const name = `tsunagi_plain_${randomBytes(4).toString('hex')}`;
  const sql = (...statements: string[]) =>
    withClient(database.url, async (client) => {
      for (const statement of statements) await client.query(statement);
    });
  await sql(`create role ${name} login password 'plain'`, `create database ${name} owner ${name}`);
  try {
    const url = elsewhere((place) => {
      place.username = name;
      place.password = 'plain';
      place.pathname = name;
    });
    const { code, said } = await launch({ DATABASE_URL: url }).ended;
    expect(code).toBe(1);
    expect(said.trim()).toMatch(/^The database user may not prepare the database \(.*\)\. .* CREATE ROLE tsunagi_app NOLOGIN; .*\.$/);
  } finally {
    await sql(`drop database ${name} with (force)`, `drop role ${name}`);
  }
});

it('answers what is under way before it stops, however often it is told to', async () => {
  const { child, address, ended } = await started();
  const sato = await Person.signIn(address, 'sato', DEMO_PASSWORD);
  const socket = await sato.listen();
  const family = (at: number) => ({
    headline: '見出し',
    subject: { name: '森 さくら', kana: 'モリ サクラ', bornOn: `1990-01-0${at + 1}` },
  });
  const commands = Array.from({ length: 5 }, (_, at) => sato.do('openCase', family(at), 'id'));
  await Promise.race(commands);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGINT'] as const) child.kill(signal);
  const answers = await Promise.allSettled(commands);
  const { code } = await ended;
  expect(code).toBe(0);
  await socket.until(() => !socket.isConnected);

  const again = await started();
  const { cases } = await (await Person.signIn(again.address, 'sato', DEMO_PASSWORD)).ask('{ cases { id } }');
  const kept = new Set(cases.map((one: { id: string }) => one.id));
  for (const answer of answers) if (answer.status === 'fulfilled') expect(kept).toContain(answer.value.id);
  again.child.kill('SIGTERM');
  expect((await again.ended).code).toBe(0);
});

it('leaves under load without losing a request: says that it is not ready, goes on answering, and sends everybody elsewhere', async () => {
  const [leaving, staying] = [await started({ DRAIN_SECONDS: '2' }), await started()];
  const sato = await Person.signIn(leaving.address, 'sato', DEMO_PASSWORD);
  const { id: caseId } = await sato.do(
    'openCase',
    { headline: '見出し', subject: { name: '岸 みなと', kana: 'キシ ミナト', bornOn: '1991-02-03' } },
    'id',
  );
  const socket = await sato.listen();
  let isLeaving = false;
  const acknowledged: string[] = [];
  const refused: unknown[] = [];
  /** Writes one record after another, and after the end of a node goes on with the other: the same command, the same id. */
  const writing = async () => {
    for (let rest = 20; rest > 0;) {
      const commandId = randomUUID();
      const input = { caseId, category: 'LIFE', kind: 'NOTE', body: '記録' };
      const send = (node: string) => new Elsewhere(node, sato.token).do(input, commandId);
      const answer = await send(leaving.address).catch((fault: unknown) => {
        refused.push(fault);
        return send(staying.address);
      });
      acknowledged.push(answer);
      if (isLeaving) rest -= 1;
    }
  };
  const work = Array.from({ length: 6 }, writing);
  leaving.child.kill('SIGTERM');
  const ready = async () => (await fetch(`${leaving.address}/health/ready`)).status;
  while ((await ready()) !== 503);
  isLeaving = true;
  expect((await fetch(`${leaving.address}/health/live`)).headers.get('connection')).toBe('close');
  await socket.until(() => !socket.isConnected);
  await expect(sato.listen()).rejects.toThrow();
  await Promise.all(work);
  expect((await leaving.ended).code).toBe(0);
  // Nothing but a closed door, also in front of those who had knocked and were not let in any more: no answer that says no.
  for (const fault of refused) expect(['ECONNREFUSED', 'ECONNRESET']).toContain(((fault as Error).cause as { code?: string }).code);
  const kept = await withClient(database.url, (client) =>
    client.query<{ id: string }>('select id from record where case_id = $1', [caseId]).then(({ rows }) => rows.map(({ id }) => id)),
  );
  expect(kept.sort()).toEqual(acknowledged.sort());
  staying.child.kill('SIGTERM');
  expect((await staying.ended).code).toBe(0);
});

/** A person's client that follows the rule for retries. */
class Elsewhere {
  constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  async do(input: object, commandId: string): Promise<string> {
    const query = 'mutation ($commandId: Uuid!, $input: WriteRecordInput!) { writeRecord(commandId: $commandId, input: $input) { id } }';
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.token}` };
    const body = JSON.stringify({ query, variables: { commandId, input } });
    const response = await fetch(`${this.address}/graphql`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`It answered ${response.status}.`);
    const { data } = (await response.json()) as { data: { writeRecord: { id: string } } };
    return data.writeRecord.id;
  }
}
