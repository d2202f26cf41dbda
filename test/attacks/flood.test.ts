import { once } from 'node:events';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { setImmediate } from 'node:timers/promises';
import request from 'supertest';
import type { Live } from '../../src/commands/scenario/live.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { openedBy } from '../support/conference.js';
import { bring, pdf } from '../support/files.js';
import { House, refusalOf } from '../support/house.js';
import { bothEnds, conversation, dialled, frame, signIn, upgrade } from '../support/raw-socket.js';

/* Whoever sends too much, too often or too slowly: they are turned away, and everybody else is answered. */

let house: House;
let sato: Person, takahashi: Person, ito: Person, kato: Person;
beforeAll(async () => {
  house = await House.open({
    settings: {
      REQUEST_SECONDS: '1',
      RATE_PER_PERSON: '20',
      RATE_OF_EVENTS: '300',
      SOCKETS_PER_PERSON: '3',
      SOCKETS_PER_ADDRESS: '12',
    },
  });
  [sato, takahashi] = [await house.person('sato'), await house.person('takahashi')];
  [ito, kato] = [await house.person('ito'), await house.person('kato')];
});
afterAll(() => house.close());

const ME = JSON.stringify({ query: '{ me { id } }' });
const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  request(house.address)
    .post('/graphql')
    .set({ 'content-type': 'application/json', authorization: `Bearer ${takahashi.token}`, ...headers })
    .serialize((text) => text as string)
    .send(body as string);

describe('compressed bombs', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
  it.each(['gzip', 'deflate', 'br', 'gzip, gzip', 'x-gzip'])('%s is not unpacked', async (encoding) => {
    const answer = await post(bomb, { 'content-encoding': encoding });
    expect(answer.status).toBe(415);
  });
});

describe('oversized requests', () => {
  it('a body is read no further than its limit', async () => {
    expect((await post(JSON.stringify({ query: `{ me { id } } # ${'x'.repeat(300_000)}` }))).status).toBe(413);
  });

  it('a head is read no further than its limit', async () => {
    const answer = await conversation(house, `GET / HTTP/1.1\r\nHost: x\r\n${`X-A: ${'a'.repeat(1_000)}\r\n`.repeat(40)}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431/);
  });

  it('a body that lies about its length is no request', async () => {
    const smuggled = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n`;
    expect(await conversation(house, smuggled)).toMatch(/^HTTP\/1\.1 400/);
  });
});

it('slowloris: a request that comes a drop at a time is cut off, in its head and in its body', async () => {
  const [head, body] = [await dripping(''), await dripping('Content-Type: application/json\r\nContent-Length: 200\r\n\r\n{')];
  for (const { said } of [head, body]) expect(await said).toMatch(/^HTTP\/1\.1 408|^$/);
  expect((await request(house.address).get('/health/live')).status).toBe(200);
});

describe('slow reading', () => {
  it('of a file: whoever fetches it and reads nothing is cut off, and the file was not waiting in memory for them', async () => {
    const caseId = await openedBy(kato);
    const size = 8 * 1_048_576;
    const { id } = await kato.do('attachFile', { caseId, category: 'LIFE', name: 'consent.pdf', upload: await brought(kato, size) });
    const { ours, theirs } = await bothEnds(house);
    ours.pause();
    ours.write(`GET /attachments/${id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${kato.token}\r\n\r\n`);
    await once(theirs, 'close');
    expect(theirs.bytesWritten).toBeGreaterThan(0);
    expect(theirs.bytesWritten).toBeLessThan(size);
    ours.destroy();
  });

  it('of a socket: whoever has it say something on and on and reads nothing is cut off', async () => {
    const { ours, theirs } = await bothEnds(house);
    await upgrade(ours);
    await signIn(ours, ito.token);
    ours.pause();
    const events = Buffer.concat(Array.from({ length: 100 }, (_, at) => frame(`42/live,${at}["unwatch",{"inbox":true}]`)));
    let isOver = false;
    theirs.once('close', () => (isOver = true));
    while (!isOver) {
      ours.write(events);
      await takenIn(theirs, ours);
    }
    // What fits in the buffers of the system, and no more.
    expect(theirs.bytesWritten).toBeLessThan(16 * 1_048_576);
    ours.destroy();
  }, 120_000);
});

it('a person who asks too often is told when to come back, and nobody else is', async () => {
  for (let at = 0; at < 20; at++) await sato.ask('{ me { id } }');
  expect(await refusalOf(sato.ask('{ me { id } }'))).toMatchObject({
    code: 'TOO_MANY',
    message: expect.stringMatching(/try again in \d+ seconds/),
  });
  const answer = await post(ME, { authorization: `Bearer ${sato.token}` });
  expect(Number(answer.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(answer.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await post(ME)).body.data.me.id).toBe(takahashi.staffId);
});

describe('too many sockets', () => {
  it('of one person, whatever they are for', async () => {
    const open = await Promise.all([takahashi.listen(), takahashi.listen(), takahashi.listen()]);
    await expect(takahashi.listen()).rejects.toThrow('TOO_MANY');
    open[0].close();
    const again = await untilLetIn(() => takahashi.listen());
    [...open, again].forEach((live) => live.close());
  });

  it('from one address, also of those who do not say who they are', async () => {
    const crowd = await Promise.all(Array.from({ length: 12 }, () => nameless()));
    await expect(takahashi.listen()).rejects.toThrow('websocket error');
    crowd.forEach((socket) => socket.destroy());
    (await untilLetIn(() => takahashi.listen())).close();
  });
});

it('too many events on a socket are refused, and the socket stays', async () => {
  const live = await kato.listen();
  const answers = await Promise.all(Array.from({ length: 320 }, () => live.unwatch({ inbox: true })));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(300);
  expect(answers.at(-1)).toEqual({ ok: false, code: 'TOO_MANY' });
  expect(live.isConnected).toBe(true);
  live.close();
});

/** Opens a conversation that never gets to its end: the first of a request, and then a byte whenever the last has gone out. */
async function dripping(more: string): Promise<{ said: Promise<string> }> {
  const socket = await dialled(house);
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\n${more}`);
  const drip = setInterval(() => socket.write('a'), 50);
  const ended = once(socket, 'close').then(() => {
    clearInterval(drip);
    return said;
  });
  return { said: ended };
}

/** A receipt for a file of this size. Who is too slow for the patience of this house tries again. */
async function brought(person: Person, size: number): Promise<string> {
  for (;;) {
    const answer = await bring(person, pdf('consent', size)).catch(() => null);
    if (answer?.status === 201) return answer.json.upload as string;
  }
}

/** Resolves when the product has read what was sent to it, or the line is cut. */
async function takenIn(theirs: Socket, ours: Socket): Promise<void> {
  do await setImmediate();
  while (!theirs.destroyed && theirs.bytesRead < ours.bytesWritten);
}

async function nameless(): Promise<Socket> {
  const socket = await dialled(house);
  await upgrade(socket);
  return socket;
}

/** The product notices that a connection has ended a moment after its other end does. */
async function untilLetIn(enter: () => Promise<Live>): Promise<Live> {
  for (;;) {
    const live = await enter().catch(() => null);
    if (live) return live;
  }
}
