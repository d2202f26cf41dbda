import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import request from 'supertest';
import type { Person } from '../../src/commands/scenario/person.js';
import { House } from '../support/house.js';
import { bothEnds, conversation, frame, signIn, upgrade } from '../support/raw-socket.js';

/* Whoever has more under way at once than anybody needs, so that what waits for them fills the memory: it does not. */

let house: House;
let ito: Person, takahashi: Person;
beforeAll(async () => {
  house = await House.open({ settings: { AT_ONCE_PER_PERSON: '5' } });
  [ito, takahashi] = [await house.person('ito'), await house.person('takahashi')];
});
afterAll(() => house.close());

const ME = JSON.stringify({ query: '{ me { id } }' });
const post = (body: string, { token }: Person) =>
  request(house.address)
    .post('/graphql')
    .set({ 'content-type': 'application/json', authorization: `Bearer ${token}` })
    .send(body);

it('on one connection: the next question before the answer ends it', async () => {
  const question = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${ito.token}\r\nContent-Length: ${ME.length}\r\n\r\n${ME}`;
  expect(await conversation(house, question.repeat(50))).toBe('');
  expect(await conversation(house, question.replace('Host: x', 'Host: x\r\nConnection: close'))).toContain(ito.staffId);
});

it('of one person, on however many connections: the others are told to come back', async () => {
  const question = JSON.stringify({ query: '{ signInRules { profession } }' });
  await whileLocked('sign_in_rule', async () => {
    const six = Array.from({ length: 6 }, () => post(question, ito).then((answer) => answer));
    const refused = await Promise.race(six);
    expect(refused.body.errors[0].extensions.code).toBe('TOO_MANY');
    expect(refused.get('retry-after')).toBe('1');
    expect((await post(ME, takahashi)).body.data.me.id).toBe(takahashi.staffId);
    return six;
  });
  expect((await post(question, ito)).body.data).toEqual({ signInRules: [] });
});

it('on one socket: whoever sends on and on while nothing can be answered is cut off', async () => {
  const { ours, theirs } = await bothEnds(house);
  await upgrade(ours);
  await signIn(ours, ito.token);
  await whileLocked('conference_session', async () => {
    const event = frame(`42/live,1["watch",{"sessionId":"${randomUUID()}"}]`);
    for (let at = 0; at < 600; at++) ours.write(event);
    await once(theirs, 'close');
    return [];
  });
  ours.destroy();
});

/** Holds a table so that nobody reads it until what happens meanwhile is over; brings what was waiting. */
async function whileLocked<T>(table: string, meanwhile: () => Promise<readonly Promise<T>[]>): Promise<T[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    const waiting = await meanwhile();
    await client.query('rollback');
    return await Promise.all(waiting);
  } finally {
    await client.end();
  }
}
