import { House, inDays, refusalOf } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

const REQUEST = 'id version status fromDueOn toDueOn answer { body }';
type Login = keyof Team['people'];

/** A task that its owner has accepted. */
async function carriedBy(login: Login) {
  const { people, caseId } = team;
  const { staffId } = people[login];
  const input = { caseId, category: 'LIFE', what: '家計の相談に同行する', dueOn: inDays(7), owner: { kind: 'STAFF', staffId } };
  const offered = await people.sato.do('offerTask', input, 'id version status');
  if (offered.status === 'ACCEPTED') return offered;
  return people[login].do('acceptTask', { taskId: offered.id, version: offered.version });
}
const request = async (login: Login, days = 14) => {
  const { id: taskId, version } = await carriedBy(login);
  const input = { taskId, version, toDueOn: inDays(days), reason: '書類がまだ届かない。' };
  return { taskId, version, asked: await team.people[login].do('requestPostponement', input, REQUEST) };
};
const taskNow = (id: string) =>
  team.people.sato.ask(`{ task(id: "${id}") { dueOn version openPostponement { id } postponements { status } } }`).then(({ task }) => task);
const waiting = (login: Login) =>
  team.people[login]
    .ask('{ today { postponementsToAnswer { id } } }')
    .then(({ today }) => today.postponementsToAnswer.map((row: { id: string }) => row.id));

it('gives a task a later deadline when its owner asks and the key person agrees', async () => {
  const { taskId, asked } = await request('takahashi');
  expect(asked).toMatchObject({ status: 'REQUESTED', fromDueOn: inDays(7), toDueOn: inDays(14) });
  expect((await taskNow(taskId)).dueOn).toBe(inDays(7));
  expect(await waiting('sato')).toContain(asked.id);
  expect(await waiting('takahashi')).toEqual([]);

  const given = { postponementId: asked.id, version: asked.version, answer: '分かりました。' };
  expect(await team.people.sato.do('approvePostponement', given, REQUEST)).toMatchObject({
    status: 'APPROVED',
    answer: { body: '分かりました。' },
  });
  expect(await taskNow(taskId)).toMatchObject({ dueOn: inDays(14), openPostponement: null });
  expect(await refusalOf(team.people.sato.do('approvePostponement', { ...given, version: 2 }))).toMatchObject({ code: 'CONFLICT' });
});

it('keeps the deadline when it is refused, with the reason', async () => {
  const { taskId, asked } = await request('takahashi');
  const answer = '手当の締切に間に合わない。';
  const refused = await team.people.sato.do('refusePostponement', { postponementId: asked.id, version: asked.version, answer }, REQUEST);
  expect(refused).toMatchObject({ status: 'REFUSED', answer: { body: answer } });
  expect((await taskNow(taskId)).dueOn).toBe(inDays(7));
});

it('is never granted by whoever asks: the key person needs a manager', async () => {
  const { sato, takahashi, nakamura } = team.people;
  const { asked } = await request('sato');
  const input = { postponementId: asked.id, version: asked.version };
  for (const person of [sato, takahashi])
    expect(await refusalOf(person.do('approvePostponement', input))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await waiting('sato')).not.toContain(asked.id);
  expect(await waiting('nakamura')).toContain(asked.id);
  const { inbox } = await nakamura.ask('{ inbox { kind aboutId } }');
  expect(inbox).toContainEqual({ kind: 'postponement.requested', aboutId: asked.id });
  expect((await nakamura.do('approvePostponement', input, REQUEST)).status).toBe('APPROVED');
});

it('is asked for once at a time, by whoever carries the task, and only for a later day', async () => {
  const { takahashi, kato } = team.people;
  const { taskId, version } = await request('takahashi');
  const ask = (person: Team['people']['kato'], toDueOn: string, reason = '理由') =>
    refusalOf(person.do('requestPostponement', { taskId, version, toDueOn, reason }));
  expect(await ask(takahashi, inDays(20))).toMatchObject({ code: 'CONFLICT' });
  expect(await ask(kato, inDays(20))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ask(takahashi, inDays(7))).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.toDueOn', code: 'OUT_OF_ORDER' }] });
  expect(await ask(takahashi, inDays(-1))).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.toDueOn', code: 'IN_THE_PAST' }] });
  expect(await ask(takahashi, inDays(20), ' ')).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.reason', code: 'REQUIRED' }] });
});

it('falls away, on record, when the task is finished, withdrawn or given to someone else first', async () => {
  const { sato, takahashi, kato } = team.people;
  const ways = [
    (on: object) => takahashi.do('completeTask', { ...on, result: '間に合った。' }),
    (on: object) => sato.do('withdrawTask', { ...on, reason: '不要になった。' }),
    (on: object) => sato.do('reassignTask', { ...on, owner: { kind: 'STAFF', staffId: kato.staffId }, reason: '担当を替える。' }),
  ];
  for (const way of ways) {
    const { taskId, version, asked } = await request('takahashi');
    await way({ taskId, version });
    expect(await taskNow(taskId)).toMatchObject({ dueOn: inDays(7), openPostponement: null, postponements: [{ status: 'WITHDRAWN' }] });
    const [entry] = await house.behind('select kind from trail where about_id = $1 order by seq desc limit 1', [asked.id]);
    expect(entry).toEqual({ kind: 'postponement.withdrawn' });
    expect(await refusalOf(sato.do('approvePostponement', { postponementId: asked.id, version: 2 }))).toMatchObject({ code: 'CONFLICT' });
  }
});

it('cannot be granted for a day that passed while nobody answered', async () => {
  const { taskId, asked } = await request('takahashi', 10);
  await house.travel(11);
  const later = await house.person('sato');
  const refusal = await refusalOf(later.do('approvePostponement', { postponementId: asked.id, version: asked.version }));
  expect(refusal).toMatchObject({ code: 'CONFLICT' });
  await house.travel(0);
  expect((await taskNow(taskId)).dueOn).toBe(inDays(7));
});
