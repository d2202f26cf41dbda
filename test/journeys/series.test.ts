import type { Json } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy, type Circle } from '../support/conference.js';
import { House, refusalOf } from '../support/house.js';
import { meeting, meetingOf, seriesOf } from '../support/series.js';

/* A series of meetings over a caseload: what is about a case stays with those who may see the case. */

let house: House;
let people: Circle;
let series: Json;
let mori: string, hayashi: string;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  const { sato, kato, takahashi, watanabe } = people;
  mori = await openedBy(sato, '森 さくら', 'もり さくら');
  hayashi = await openedBy(kato, '林 葉子', 'はやし ようこ');
  await sato.do('giveSeat', { caseId: mori, staffId: takahashi.staffId });
  await sato.do('giveSeat', { caseId: mori, staffId: watanabe.staffId });
  await kato.do('giveSeat', { caseId: hayashi, staffId: watanabe.staffId });
  series = await seriesOf(people, 'TOSHIMA_SUPPORT_ADJUSTMENT', ['takahashi', 'watanabe', 'kato']);
});
afterAll(() => house.close());

it('is seen by its members and by the managers of its host, and by nobody else', async () => {
  const seen = async (login: string) => (await (await house.person(login)).ask('{ meetingSeries { id } }')).meetingSeries;
  for (const login of ['sato', 'takahashi', 'watanabe', 'kato', 'nakamura'])
    expect({ login, seen: await seen(login) }).toEqual({ login, seen: [{ id: series.id }] });
  for (const login of ['ito', 'kobayashi', 'yamada', 'suzuki']) expect({ login, seen: await seen(login) }).toEqual({ login, seen: [] });
});

it('meets: its members are asked, and each finds on the agenda the items of their own cases and no trace of others', async () => {
  const { sato, kato, takahashi, watanabe } = people;
  const session = await meetingOf(sato, series.id, {
    questions: [{ what: '生活の立て直しの進み具合', category: 'LIFE', purpose: 'PROGRESS', caseId: mori }],
  });
  expect(session).toMatchObject({ number: 1, place: '市役所 401会議室', status: 'CONVENED' });
  expect(session.invitations.map((one: Json) => one.staffId).sort()).toEqual(
    [sato, kato, takahashi, watanabe].map((one) => one.staffId).sort(),
  );
  const propose = { sessionId: session.id, what: '求職活動の見通し', category: 'EMPLOYMENT', purpose: 'PROGRESS', caseId: hayashi };
  await watanabe.do('addAgendaItem', propose);
  const agenda = async (who: keyof Circle) =>
    (await meeting(people[who], session.id)).agenda.map((item: Json) => [item.what, item.takenOnAt !== null]);
  expect(await agenda('sato')).toEqual([['生活の立て直しの進み具合', true]]);
  expect(await agenda('takahashi')).toEqual([['生活の立て直しの進み具合', true]]);
  expect(await agenda('kato')).toEqual([['求職活動の見通し', false]]);
  expect(await agenda('watanabe')).toEqual([['求職活動の見通し', false]]);
  expect(await refusalOf(meeting(people.ito, session.id))).toMatchObject({ code: 'NOT_FOUND' });
});
