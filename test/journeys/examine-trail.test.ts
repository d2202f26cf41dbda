import type { Json, Person } from '../../src/commands/scenario/person.js';
import { House, refusalOf } from '../support/house.js';
import { assemble } from '../support/team.js';

let house: House;
beforeAll(async () => {
  house = await House.open();
  await assemble(house);
});
afterAll(() => house.close());

const EXAMINE = `query ($seq: Int!, $hash: String, $before: String, $compared: Int!) {
  examineTrail(seq: $seq, hash: $hash, before: $before, compared: $compared) { sound seq hash before of isOver compared verdict } }`;
const examine = async (person: Person, from: Json = { seq: 0, compared: 0 }): Promise<Json> =>
  (await person.ask<Json>(EXAMINE, from)).examineTrail;

it.each(['nakamura', 'yamada', 'ota'])('%s sees that every entry is as it was sealed', async (login) => {
  const person = await house.person(login);
  const found = await examine(person);
  expect(found).toMatchObject({ sound: true, isOver: true, seq: found.of, verdict: expect.stringContaining('SOUND: all') });
  expect(found.compared).toBeGreaterThan(0);
  const further = await examine(person, found);
  expect(further).toMatchObject({ sound: true, isOver: true, compared: found.compared });
});

it('is for nobody else, and goes on only from where somebody can have come to', async () => {
  expect(await refusalOf(examine(await house.person('sato')))).toMatchObject({ code: 'FORBIDDEN' });
  const nakamura = await house.person('nakamura');
  expect(await refusalOf(examine(nakamura, { seq: 5, compared: 0 }))).toMatchObject({ code: 'INVALID' });
  expect(await refusalOf(examine(nakamura, { seq: -1, compared: 0 }))).toMatchObject({ code: 'INVALID' });
});

it('names the first entry that was rewritten, and one that was cut off', async () => {
  const nakamura = await house.person('nakamura');
  const { of } = await examine(nakamura);
  await house.behind(`alter table trail disable trigger all`);
  await house.behind(`alter table trail drop constraint trail_hash_is_of_body`);
  await house.behind(`update trail set body = (body::jsonb || '{"at":"2020-01-01T00:00:00.000Z"}')::text where seq = 7`);
  expect(await examine(nakamura)).toMatchObject({
    sound: false,
    isOver: true,
    verdict: 'WRONG: entry 7 does not match its own seal: it was edited.',
  });
  await house.behind(`delete from trail where seq >= 7`);
  const cut = await examine(nakamura);
  expect(cut).toMatchObject({ sound: false, isOver: true });
  expect(cut.of).toBeLessThan(of);
});
