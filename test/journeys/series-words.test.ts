import { circleOf, inHours, openedBy } from '../support/conference.js';
import { House, refusalOf } from '../support/house.js';
import { meetingOf, seriesOf } from '../support/series.js';

/* What is written in a series about nobody's case is read by people of many cases: it holds no shielded address. */

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

it('whoever knows where a shielded family lives cannot write it where a whole series reads it', async () => {
  const people = await circleOf(house);
  const { sato } = people;
  const caseId = await openedBy(sato);
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { household { members { id relation } } } }', { id: caseId });
  const { id: memberId } = found.household.members.find(({ relation }: { relation: string }) => relation === 'SUBJECT');
  const series = await seriesOf(people, 'KOBE_LIAISON_MEETING', ['kato'], '連絡会議');
  // Every family of these tests is shielded from the day on which its case is opened.
  await sato.do('addContactDetail', { memberId, kind: 'ADDRESS', value: '武蔵野市境南町3-14-5' });
  const calls = (place: string, hours: number) =>
    meetingOf(sato, series.id, { place, startsAt: inHours(hours), endsAt: inHours(hours + 1) });
  expect(await refusalOf(calls('境南町３丁目１４番５号 の近くの集会所', 20))).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'input.place', code: 'NOT_ALLOWED' }],
  });
  expect(await calls('市役所 401会議室', 30)).toMatchObject({ status: 'CONVENED' });
});
