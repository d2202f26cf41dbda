import type { Live } from '../../src/commands/scenario/live.js';
import { Person } from '../../src/commands/scenario/person.js';
import { readConfig } from '../../src/config.js';
import { createApp, type App } from '../../src/create-app.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { circleOf, openedBy, summons, type Circle } from '../support/conference.js';
import { House, refusalOf } from '../support/house.js';

/* Who is in the room of a session, over two nodes of the product on one database. */

let house: House;
let other: App;
let people: Circle;
let caseId: string;
let sessionId: string;

beforeAll(async () => {
  house = await House.open();
  other = await createApp(
    readConfig({ PORT: '0', DATA_DIR: house.headsDir, HEADS_DIR: house.headsDir, LOG_LEVEL: 'silent' }),
    house.databaseUrl,
  );
  people = await circleOf(house);
  caseId = await openedBy(people.sato);
  ({ id: sessionId } = await people.sato.do('conveneSession', summons(people, caseId, ['takahashi', 'ito'])));
});
afterAll(async () => {
  await other?.close();
  await house?.close();
});

const PRESENT = 'query ($id: Uuid!) { conferenceSession(id: $id) { present { name } } }';
const presentTo = async (person: Person): Promise<string[]> =>
  (await person.ask(PRESENT, { id: sessionId })).conferenceSession.present.map(({ name }: { name: string }) => name).sort();

/** Waits until this person is told that exactly these are there; asks again whenever their socket says that somebody moved. */
async function sees(person: Person, live: Live, names: readonly string[]): Promise<void> {
  for (;;) {
    const heard = live.moved.length;
    if (JSON.stringify(await presentTo(person)) === JSON.stringify([...names].sort())) return;
    await live.until(() => live.moved.length > heard);
  }
}

it('shows who came and who left, on whichever node they are, and however many windows they have', async () => {
  const { sato, takahashi } = people;
  const satos = await sato.listen();
  await satos.watch({ sessionId });
  await sees(sato, satos, ['佐藤 恵']);
  const there = await Person.signIn(other.address, 'takahashi', DEMO_PASSWORD, 'en');
  const [first, second] = [await there.listen(), await takahashi.listen()];
  await first.watch({ sessionId });
  await second.watch({ sessionId });
  await sees(sato, satos, ['佐藤 恵', '高橋 健一']);
  await sees(there, first, ['佐藤 恵', '高橋 健一']);

  second.close();
  const itos = await people.ito.listen();
  await itos.watch({ sessionId });
  await sees(sato, satos, ['伊藤 由美', '佐藤 恵', '高橋 健一']);
  first.close();
  await sees(sato, satos, ['伊藤 由美', '佐藤 恵']);
  await itos.unwatch({ sessionId });
  await sees(sato, satos, ['佐藤 恵']);
  itos.close();
  satos.close();
});

it('tells nobody who may not see the session, and lets nobody in by it', async () => {
  const { sato, kato } = people;
  const [satos, katos] = [await sato.listen(), await kato.listen()];
  expect(await katos.watch({ sessionId })).toEqual({ ok: false, code: 'NOT_FOUND' });
  await satos.watch({ sessionId });
  await sees(sato, satos, ['佐藤 恵']);
  expect(await refusalOf(kato.ask(PRESENT, { id: sessionId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(katos.moved).toEqual([]);
  satos.close();
  katos.close();
});

it('takes whoever may no longer see the session out of its room', async () => {
  const { sato, ito } = people;
  const [satos, itos] = [await sato.listen(), await ito.listen()];
  await satos.watch({ sessionId });
  await itos.watch({ sessionId });
  await sees(sato, satos, ['伊藤 由美', '佐藤 恵']);
  const { case: held } = await sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', { id: caseId });
  const seat = held.seats.find(({ staffId }: { staffId: string }) => staffId === ito.staffId);
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' });
  await sees(sato, satos, ['佐藤 恵']);
  expect(itos.dropped).toContain(sessionId);
  satos.close();
  itos.close();
});

it('forgets the people of a node that is gone', async () => {
  const satos = await people.sato.listen();
  await house.behind(
    `insert into presence values (gen_random_uuid(), $1, $2, clock_timestamp() + interval '1 second'), (gen_random_uuid(), $1, $3, clock_timestamp() - interval '1 second')`,
    [sessionId, people.watanabe.staffId, people.suzuki.staffId],
  );
  expect(await presentTo(people.sato)).toEqual(['渡辺 誠']);
  await house.behind(`update presence set until = clock_timestamp() - interval '1 second' where staff_id = $1`, [people.watanabe.staffId]);
  await satos.watch({ sessionId });
  await sees(people.sato, satos, ['佐藤 恵']);
  expect(await house.behind('select staff_id from presence')).toEqual([{ staff_id: people.sato.staffId }]);
  satos.close();
});
