import type { Json } from '../../src/commands/scenario/person.js';
import { agencyIds, circleOf, closed, openedBy, session, summons, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';

/* One conference of five people from four agencies, from the call to the minutes. */

let house: House;
let people: Circle;
let caseId: string;
let sessionId: string;
let agencies: Record<string, string>;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  caseId = await openedBy(people.sato);
  agencies = await agencyIds(people.sato);
});
afterAll(() => house.close());

const own = async (who: keyof Circle): Promise<{ invitationId: string; version: number }> => {
  const { invitations } = await session(people[who], sessionId);
  const { id, version } = invitations.find((one: Json) => one.staffId === people[who].staffId);
  return { invitationId: id, version };
};
const trailOf = (kind: string) =>
  house.behind('select kind, about_id, addressed_to, state, data from trail where case_id = $1 and kind = $2 order by seq', [caseId, kind]);

it('begins when the key person calls four colleagues together: each is invited, and seated if they were not', async () => {
  const { sato, suzuki, takahashi, ito, watanabe } = people;
  const input = summons(people, caseId, ['suzuki', 'takahashi', 'ito', 'watanabe']);
  const convened = await sato.do(
    'conveneSession',
    input,
    'id number status reason case { conference { startedAt } seats { staffId } } invitations { staffId status agency { name } } agenda { kind what because outcome }',
  );
  sessionId = convened.id;
  expect(convened).toMatchObject({ number: 1, status: 'CONVENED', reason: input.reason });
  expect(convened.agenda).toEqual([{ kind: 'QUESTION', what: 'まず何を支えるか', because: null, outcome: null }]);
  const statuses = Object.fromEntries(convened.invitations.map((one: Json) => [one.staffId, one.status]));
  expect(statuses).toEqual({
    [sato.staffId]: 'ACCEPTED',
    ...Object.fromEntries([suzuki, takahashi, ito, watanabe].map((one) => [one.staffId, 'INVITED'])),
  });
  expect(convened.case.seats).toHaveLength(5);
  expect((await trailOf('conference.started')).length).toBe(1);
  expect((await trailOf('invitation.sent')).flatMap((entry) => entry.addressed_to)).toEqual(
    [suzuki, takahashi, ito, watanabe].map((one) => one.staffId),
  );
});

it('lets each answer, and change their mind until it opens', async () => {
  for (const who of ['suzuki', 'takahashi', 'ito'] as const) await people[who].do('acceptInvitation', await own(who));
  const { watanabe } = people;
  const declined = { ...(await own('watanabe')), reason: '別の面談と重なる' };
  expect(await watanabe.do('declineInvitation', declined, 'status reason { body }')).toEqual({
    status: 'DECLINED',
    reason: { body: '別の面談と重なる' },
  });
  expect(await watanabe.do('acceptInvitation', await own('watanabe'), 'status reason { body }')).toEqual({
    status: 'ACCEPTED',
    reason: null,
  });
  await people.takahashi.do('addAgendaItem', { sessionId, what: '家賃の滞納をどうするか', category: 'HOUSING' });
});

it('shares what each agency knows, and points live only those who may read it', async () => {
  const { sato, takahashi, ito, watanabe } = people;
  await sato.do('openSession', { sessionId, version: 1 });
  const lives = await Promise.all([ito, sato, watanabe].map((person) => person.listen()));
  const [itos, satos, watanabes] = lives as [(typeof lives)[0], (typeof lives)[0], (typeof lives)[0]];
  await Promise.all(lives.map((live) => live.watch({ caseId })));

  await ito.do('makeStatement', { sessionId, category: 'HEALTH', body: '産後うつの治療を続けている' });
  await itos.until(() => itos.pointers.length === 1);
  await watanabe.do('makeStatement', { sessionId, category: 'EMPLOYMENT', body: '事務職を希望している' });
  await Promise.all([satos, watanabes].map((live) => live.until(() => live.pointers.length > 0)));
  const [entry] = await trailOf('statement.made');
  expect(satos.pointers).toHaveLength(1);
  expect(watanabes.pointers).toEqual(satos.pointers);
  expect(itos.pointers[0]!.seq).toBeLessThan(satos.pointers[0]!.seq);
  expect(entry).toMatchObject({ addressed_to: [], data: {} });
  for (const live of lives) live.close();

  await takahashi.do('makeStatement', { sessionId, category: 'LIFE', body: '訪問したとき、部屋が片付かず食事も不規則だった\n■ 決定事項' });
  const said = 'query ($id: Uuid!) { case(id: $id) { sessions { version statements { category agency { name } } } } }';
  const read = async (who: keyof Circle) => (await people[who].ask(said, { id: caseId })).case.sessions[0];
  expect((await read('ito')).statements.map((one: Json) => one.category)).toEqual(['HEALTH', 'LIFE']);
  expect(await read('watanabe')).toEqual({ version: 2, statements: [{ category: 'EMPLOYMENT', agency: { name: 'ハローワーク三鷹' } }] });
  expect((await read('sato')).statements.map((one: Json) => one.category)).toEqual(['EMPLOYMENT', 'LIFE']);
});

it('makes an agency responsible for each issue, and says who plays which part', async () => {
  const { sato, takahashi } = people;
  const issue = await takahashi.do(
    'nameIssue',
    { sessionId, what: '生活リズムが整っていない', category: 'LIFE', agencyId: agencies['健康課'] },
    'id version agency { name } status',
  );
  expect(issue).toMatchObject({ agency: { name: '健康課' }, status: 'OPEN' });
  const corrected = { issueId: issue.id, version: issue.version, agencyId: agencies['生活福祉課'], reason: '保護の担当が訪問を続けるため' };
  expect(await sato.do('assignIssue', corrected, 'agency { name } agreedAgency { name }')).toEqual({
    agency: { name: '生活福祉課' },
    agreedAgency: { name: '生活福祉課' },
  });
  expect((await trailOf('issue.assigned'))[0]).toMatchObject({ data: { fromAgencyId: agencies['健康課'] } });

  await sato.do('allocateRole', { sessionId, staffId: takahashi.staffId, role: '連絡係' });
  await sato.do('allocateRole', { sessionId, staffId: takahashi.staffId, role: '家庭訪問を担う' });
  const { case: now } = await sato.ask('query ($id: Uuid!) { case(id: $id) { roles { role staffId } } }', { id: caseId });
  expect(now.roles).toEqual([{ role: '家庭訪問を担う', staffId: takahashi.staffId }]);
  expect(await trailOf('role.ended')).toHaveLength(1);
});

it('decides who does what by when, for a person, an agency and the client, and each becomes a task', async () => {
  const { takahashi, ito } = people;
  const [first, second] = (await session(takahashi, sessionId)).agenda;
  const decision = await takahashi.do(
    'decide',
    {
      itemId: first.id,
      what: '週に一度訪問し、生活を整える',
      category: 'LIFE',
      owner: { kind: 'STAFF', staffId: takahashi.staffId },
      dueOn: inDays(14),
    },
    'id dueOn staff { name } agency { name } task { status what dueOn decision { id } }',
  );
  expect(decision).toMatchObject({
    staff: { name: '高橋 健一' },
    agency: { name: '生活福祉課' },
    task: { status: 'ACCEPTED', dueOn: inDays(14), decision: { id: decision.id } },
  });
  const pool = { kind: 'AGENCY', agencyId: agencies['健康課'] };
  const visit = { itemId: first.id, what: '受診に付き添う', category: 'HEALTH', owner: pool, dueOn: inDays(7) };
  expect(await ito.do('decide', visit, 'ownerKind task { status }')).toEqual({ ownerKind: 'AGENCY', task: { status: 'OFFERED' } });
  const client = { kind: 'CLIENT', agencyId: agencies['生活福祉課'] };
  const rent = { itemId: second.id, what: '大家に支払いの相談をする', category: 'HOUSING', owner: client, dueInBusinessDays: 5 };
  expect(await takahashi.do('decide', rent, 'task { ownerKind status }')).toEqual({ task: { ownerKind: 'CLIENT', status: 'ACCEPTED' } });
  const kinds = await house.behind(
    "select array_agg(kind order by ordinal) as kinds from trail where case_id = $1 and body::jsonb ->> 'via' = 'decide' group by command_id order by min(seq)",
    [caseId],
  );
  expect(kinds.map((row) => row.kinds)).toEqual([
    ['decision.taken', 'task.offered', 'agenda.item-settled'],
    ['decision.taken', 'task.offered'],
    ['decision.taken', 'task.offered', 'agenda.item-settled'],
  ]);
});

it('closes when everything has an outcome and it is known who came, and drafts minutes that carry the head of the trail', async () => {
  const { sato, watanabe } = people;
  await watanabe.do('addAgendaItem', { sessionId, what: '求職活動をいつ始めるか', category: 'EMPLOYMENT' });
  const { version } = await session(sato, sessionId);
  expect(await refusalOf(sato.do('closeSession', { sessionId, version }))).toMatchObject({
    code: 'CONFLICT',
    message: '1 item has no outcome. Please decide, note or carry over each of them.',
  });
  const item = (await session(sato, sessionId)).agenda.find((one: Json) => one.category === 'EMPLOYMENT');
  const carried = { itemId: item.id, version: item.version, outcome: 'CARRIED_OVER', note: '生活が整ってから決める' };
  await sato.do('settleItem', carried);
  expect(await refusalOf(sato.do('closeSession', { sessionId, version }))).toMatchObject({
    code: 'CONFLICT',
    message: 'It is not noted of 5 invited people whether they came.',
  });
  const absent = await own('suzuki');
  await sato.do('markAttendance', { ...absent, attendance: 'EXCUSED' });
  expect(await closed(sato, sessionId)).toMatchObject({ status: 'CLOSED' });

  const { minutes } = await sato.ask(
    'query ($id: Uuid!) { minutes(sessionId: $id) { headSeq headHash confirmations { staffId status } } }',
    { id: sessionId },
  );
  expect(minutes.confirmations.map((one: Json) => one.staffId).sort()).toEqual(
    (['sato', 'takahashi', 'ito', 'watanabe'] as const).map((who) => people[who].staffId).sort(),
  );
  const [sealed] = await house.behind("select encode(hash, 'hex') as hash from trail where seq = $1", [minutes.headSeq]);
  expect(sealed!.hash).toBe(minutes.headHash);
  expect((await trailOf('minutes.confirmation-asked')).flatMap((entry) => entry.addressed_to)).toHaveLength(4);
});
