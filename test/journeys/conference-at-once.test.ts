import { Refused, type Json } from '../../src/commands/scenario/person.js';
import { circleOf, closed, opened, openedBy, session, type Circle } from '../support/conference.js';
import { House, inDays } from '../support/house.js';

/* Everyone in the room speaks at once, and the key person closes in the middle of it. */

let house: House;
let people: Circle;
beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
});
afterAll(() => house.close());

/** What was taken, and what was refused, of many commands at once. */
async function outcomes(attempts: Promise<Json>[]): Promise<{ taken: string[]; refused: Refused[] }> {
  const answers = await Promise.all(attempts.map((attempt) => attempt.catch((refusal: Refused) => refusal)));
  return {
    taken: answers.filter((answer) => !(answer instanceof Error)).map((answer) => answer.id),
    refused: answers.filter((answer) => answer instanceof Refused),
  };
}

it('keeps all that was said and decided before it closed, and takes nothing after', async () => {
  const { sato, takahashi, ito } = people;
  const caseId = await openedBy(sato);
  const { id: sessionId } = await opened(people, caseId, ['takahashi', 'ito', 'watanabe']);
  const [item] = (await session(sato, sessionId)).agenda;
  await sato.do('settleItem', { itemId: item.id, version: item.version, outcome: 'NOTED' });
  const say = (who: keyof Circle, category: string) => people[who].do('makeStatement', { sessionId, category, body: '話' });
  const decide = (owner: string) =>
    takahashi.do('decide', {
      itemId: item.id,
      what: '訪問する',
      category: 'LIFE',
      owner: { kind: 'STAFF', staffId: owner },
      dueOn: inDays(3),
    });
  const round = () => [say('takahashi', 'LIFE'), say('ito', 'HEALTH'), say('watanabe', 'EMPLOYMENT'), decide(ito.staffId)];
  const first = round();
  const closing = Promise.all(first).then(() => closed(sato, sessionId));
  const [said] = await Promise.all([outcomes([...first, ...Array.from({ length: 8 }, round).flat()]), closing]);
  const after = await outcomes(round());

  expect(after.taken).toEqual([]);
  expect([...said.refused, ...after.refused].map((refusal) => refusal.message)).toEqual(
    [...said.refused, ...after.refused].map(() => 'A closed session cannot be changed.'),
  );
  const kept = await house.behind('select id from statement union all select id from decision');
  expect(kept.map((row) => row.id).sort()).toEqual([...said.taken].sort());
  const [beyond] = await house.behind(
    `select count(*)::int as entries from trail where case_id = $1 and kind in ('statement.made', 'decision.taken', 'task.offered')
        and seq > (select seq from trail where case_id = $1 and kind = 'session.closed')`,
    [caseId],
  );
  expect(beyond!.entries).toBe(0);
});
