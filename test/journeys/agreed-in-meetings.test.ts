import type { Json } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy, opened, seatingOf, session, type Circle } from '../support/conference.js';
import { House, refusalOf } from '../support/house.js';
import { meetingOf, seriesOf } from '../support/series.js';

/* Who becomes key person, what comes first and that a case ends may be agreed in a meeting, if it is one that decides on it. */

let house: House;
let people: Circle;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  caseId = await openedBy(people.sato);
  await people.sato.do('giveSeat', { caseId, ...seatingOf(people.suzuki, 'suzuki') });
});
afterAll(() => house.close());

/** A session of a series of this kind, open, with an item about the case. */
async function itemIn(kind: string): Promise<string> {
  const { sato } = people;
  const { id: seriesId } = await seriesOf(people, kind, ['suzuki']);
  const question = { caseId, what: '担当と終結', category: 'COORDINATION' };
  const { id: sessionId, version, agenda } = await meetingOf(sato, seriesId, { questions: [question], despiteOverlap: true });
  await sato.do('openSession', { sessionId, version });
  const invited: Json[] = (await session(sato, sessionId)).invitations;
  for (const one of invited) await sato.do('markAttendance', { invitationId: one.id, version: one.version, attendance: 'PRESENT' });
  return agenda.find(({ what }: Json) => what === '担当と終結').id;
}

const outcomeOf = async (itemId: string) =>
  (await house.behind<{ outcome: string }>('select outcome from agenda_item where id = $1', [itemId]))[0]!.outcome;

it('a meeting that only gives out tasks decides neither on the key person nor on closing', async () => {
  const itemId = await itemIn('TOSHIMA_EMPLOYMENT_MEETING');
  const { sato, suzuki } = people;
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { version } }', { id: caseId });
  const attempts = [
    () => sato.do('offerHandover', { caseId, staffId: suzuki.staffId, reason: '会議で合意', itemId }),
    () => sato.do('closeCase', { caseId, version: found.version, reason: '会議で合意', itemId }),
    () => sato.do('changePriority', { caseId, priority: 'HOUSING', reason: '会議で合意', itemId }),
  ];
  for (const attempt of attempts)
    expect(await refusalOf(attempt())).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('cannot decide this') });
});

it('a support adjustment meeting decides on all of them, and the item says so', async () => {
  const { sato, suzuki } = people;
  const itemId = await itemIn('TOSHIMA_SUPPORT_ADJUSTMENT');
  await sato.do('changePriority', { caseId, priority: 'HOUSING', reason: '会議で合意', itemId });
  expect(await outcomeOf(itemId)).toBe('DECIDED');
  const handover = await sato.do('offerHandover', { caseId, staffId: suzuki.staffId, reason: '会議で合意', itemId }, 'id version');
  await suzuki.do('declineHandover', { handoverId: handover.id, reason: '別の人がよい' });
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { version } }', { id: caseId });
  expect(await sato.do('closeCase', { caseId, version: found.version, reason: '会議で合意', itemId }, 'status')).toEqual({
    status: 'CLOSED',
  });
});

it('an item about another case agrees on nothing here', async () => {
  const { sato, suzuki } = people;
  const other = await openedBy(sato, '林 花', 'はやし はな');
  await sato.do('giveSeat', { caseId: other, ...seatingOf(suzuki, 'suzuki') });
  const another = await openedBy(sato, '原 あき', 'はら あき');
  const { agenda } = await opened(people, another, ['suzuki']);
  const attempt = sato.do('offerHandover', { caseId: other, staffId: suzuki.staffId, reason: 'x', itemId: agenda[0].id });
  expect(await refusalOf(attempt)).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.itemId', code: 'UNKNOWN' }] });
});
