import { closed, confirmationOf, openedBy, summons } from '../support/conference.js';
import { House } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

const NOTHING = { invitations: [], sessionsAhead: [], minutesToConfirm: [], handoversOffered: [] };
const waitingFor = (login: keyof Team['people']) =>
  team.people[login]
    .ask(
      `{ today { invitations { id version session { reason } } sessionsAhead { id status } minutesToConfirm { id } handoversOffered { id version } } }`,
    )
    .then(({ today }) => today);

it('shows an invitation until it is answered, the session while it is ahead, then the minutes until they are confirmed', async () => {
  const { people, caseId } = team;
  const { sato, takahashi } = people;
  expect(await waitingFor('takahashi')).toEqual(NOTHING);
  const convened = await sato.do('conveneSession', summons(people, caseId, ['takahashi']), 'id version reason');
  const asked = await waitingFor('takahashi');
  expect(asked).toMatchObject({
    invitations: [{ session: { reason: convened.reason } }],
    sessionsAhead: [{ id: convened.id, status: 'CONVENED' }],
  });
  expect(await waitingFor('ito')).toEqual(NOTHING);

  const [{ id: invitationId, version }] = asked.invitations;
  await takahashi.do('acceptInvitation', { invitationId, version });
  await sato.do('openSession', { sessionId: convened.id, version: convened.version });
  expect(await waitingFor('takahashi')).toEqual({ ...NOTHING, sessionsAhead: [{ id: convened.id, status: 'OPEN' }] });

  await closed(sato, convened.id);
  const confirmation = await confirmationOf(takahashi, convened.id);
  expect(await waitingFor('takahashi')).toEqual({ ...NOTHING, minutesToConfirm: [{ id: confirmation.confirmationId }] });
  await takahashi.do('confirmMinutes', confirmation);
  expect(await waitingFor('takahashi')).toEqual(NOTHING);
});

it('asks for no answer to a session that will not take place, and shows none that was declined', async () => {
  const { people, caseId } = team;
  const { sato, ito } = people;
  const convened = await sato.do('conveneSession', summons(people, caseId, ['ito', 'watanabe']), 'id version');
  const [{ id: invitationId, version }] = (await waitingFor('ito')).invitations;
  await ito.do('declineInvitation', { invitationId, version, reason: '健診と重なる。' });
  expect(await waitingFor('ito')).toEqual(NOTHING);
  expect((await waitingFor('watanabe')).invitations).toHaveLength(1);
  await sato.do('cancelSession', { sessionId: convened.id, version: convened.version, reason: '台風のため' });
  expect(await waitingFor('watanabe')).toEqual(NOTHING);
});

it('shows a hand-over to whoever is asked to become key person, until it is answered', async () => {
  const { sato, suzuki } = team.people;
  const offered = await sato.do('offerHandover', { caseId: team.caseId, staffId: suzuki.staffId, reason: '母の状況が中心になった。' });
  expect((await waitingFor('suzuki')).handoversOffered).toMatchObject([{ id: offered.id }]);
  expect(await waitingFor('kato')).toEqual(NOTHING);
  await suzuki.do('declineHandover', { handoverId: offered.id, reason: '来月から異動する。' });
  expect(await waitingFor('suzuki')).toEqual(NOTHING);
});

it('shows nothing of a case one has no seat on, and nothing at all to who is not signed in', async () => {
  const other = await openedBy(team.people.kato, '林 あおい', 'はやし あおい');
  await team.people.kato.do('conveneSession', summons(team.people, other, ['watanabe']));
  expect(await waitingFor('takahashi')).toEqual(NOTHING);
  const nobody = (query: string) =>
    fetch(`${house.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then((answer) => answer.json());
  for (const query of ['{ today { tasksDue { id } } }', '{ inbox { seq } }', '{ inboxUnread }'])
    expect(await nobody(query)).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});
