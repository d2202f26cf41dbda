import { House, inDays, refusalOf } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

type Login = keyof Team['people'];
const ENTRY = 'seq kind aboutId actorId case { headline } task { what } data { name value } to';
const inboxOf = (login: Login, args = '') => team.people[login].ask(`{ inbox${args} { ${ENTRY} } inboxUnread }`);
const kindsAbout = async (login: Login, aboutId: string) =>
  (await inboxOf(login)).inbox
    .filter((entry: { aboutId: string }) => entry.aboutId === aboutId)
    .map((entry: { kind: string }) => entry.kind);
const offer = (by: Login, owner: object, category = 'LIFE') =>
  team.people[by].do('offerTask', { caseId: team.caseId, category, what: '家庭訪問をする', dueOn: inDays(7), owner });
const staff = (login: Login) => ({ kind: 'STAFF', staffId: team.people[login].staffId });

it('brings a task to its owner, and the answer back to whoever offered it and to the key person', async () => {
  const { takahashi, suzuki } = team.people;
  const { id, version } = await offer('suzuki', staff('takahashi'));
  const { inbox } = await inboxOf('takahashi');
  expect(inbox.at(-1)).toMatchObject({
    kind: 'task.offered',
    aboutId: id,
    actorId: suzuki.staffId,
    case: { headline: '離婚後の生活と仕事の立て直し' },
    task: { what: '家庭訪問をする' },
    to: [takahashi.staffId],
  });
  await takahashi.do('declineTask', { taskId: id, version, reason: '手が足りない。' });
  expect(await kindsAbout('suzuki', id)).toEqual(['task.declined']);
  expect(await kindsAbout('sato', id)).toEqual(['task.declined']);
  expect(await kindsAbout('takahashi', id)).toEqual(['task.offered']);
});

it('brings what lies in a pool to everyone of the agency on the case, and to nobody else', async () => {
  const { id } = await offer('takahashi', { kind: 'AGENCY', agencyId: team.agencies.centre });
  for (const login of ['sato', 'suzuki', 'kato'] as const) expect(await kindsAbout(login, id)).toEqual(['task.offered']);
  for (const login of ['takahashi', 'ito', 'watanabe', 'nakamura'] as const) expect(await kindsAbout(login, id)).toEqual([]);
  const matsumoto = await house.person('matsumoto');
  expect(await matsumoto.ask('{ inbox { seq } inboxUnread }')).toEqual({ inbox: [], inboxUnread: 0 });
});

it('tells the old owner, the new owner and the offerer of a reassignment', async () => {
  const { id, version } = await offer('suzuki', staff('takahashi'));
  const reason = '地区の担当に替える。';
  await team.people.sato.do('reassignTask', { taskId: id, version, owner: staff('kato'), reason });
  expect(await kindsAbout('takahashi', id)).toEqual(['task.offered', 'task.reassigned']);
  expect(await kindsAbout('kato', id)).toEqual(['task.reassigned']);
  expect(await kindsAbout('suzuki', id)).toEqual(['task.reassigned']);
});

it('forgets what may no longer be seen, the moment a seat ends', async () => {
  const { id, version } = await offer('sato', staff('watanabe'), 'EMPLOYMENT');
  const { watanabe, sato } = team.people;
  expect((await inboxOf('watanabe')).inboxUnread).toBeGreaterThan(0);
  await watanabe.do('acceptTask', { taskId: id, version });
  await watanabe.do('completeTask', { taskId: id, version: 2, result: '面談した。' });
  const { case: found } = await sato.ask(`{ case(id: "${team.caseId}") { seats { id version staffId } } }`);
  const seat = found.seats.find((one: { staffId: string }) => one.staffId === watanabe.staffId);
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '就職が決まった。' });
  expect(await inboxOf('watanabe')).toEqual({ inbox: [], inboxUnread: 0 });
});

it('begins after what was marked as seen, and the mark only moves forward', async () => {
  const { kato } = team.people;
  const { inbox, inboxUnread } = await inboxOf('kato');
  expect(inboxUnread).toBe(inbox.length);
  const middle = inbox[1].seq;
  expect(await kato.do('markInboxSeen', { upTo: middle }, 'seq staffId')).toEqual({ seq: middle, staffId: kato.staffId });
  expect((await inboxOf('kato')).inbox).toEqual(inbox.slice(2));
  expect((await inboxOf('kato', '(after: 0, first: 2)')).inbox).toEqual(inbox.slice(0, 2));
  expect((await inboxOf('kato')).inboxUnread).toBe(inbox.length - 2);

  const mark = (upTo: number) => kato.do('markInboxSeen', { upTo }, 'seq');
  expect(await refusalOf(mark(middle))).toMatchObject({ code: 'CONFLICT' });
  expect(await refusalOf(mark(inbox[0].seq))).toMatchObject({ code: 'CONFLICT' });
  for (const upTo of [0, -1, 2_000_000_000])
    expect(await refusalOf(mark(upTo))).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.upTo', code: 'UNKNOWN' }] });
  await mark(inbox.at(-1).seq);
  expect(await inboxOf('kato')).toEqual({ inbox: [], inboxUnread: 0 });
  const [{ count }] = await house.behind("select count(*)::int from trail where kind = 'inbox.seen' and actor = $1", [kato.staffId]);
  expect(count).toBe(2);
});

it('is marked once when two windows mark it for the first time at once', async () => {
  const { ito } = team.people;
  await offer('sato', staff('ito'));
  const { seq } = (await inboxOf('ito')).inbox.at(-1);
  const marks = await Promise.allSettled([1, 2].map(() => ito.do('markInboxSeen', { upTo: seq }, 'seq')));
  expect(marks.filter((mark) => mark.status === 'fulfilled')).toHaveLength(1);
  expect(marks.find((mark) => mark.status === 'rejected')?.reason).toMatchObject({ code: 'CONFLICT' });
});

it('rings the socket of whoever it is addressed to', async () => {
  const live = await team.people.takahashi.listen();
  try {
    await live.watch({ inbox: true });
    await offer('sato', staff('takahashi'));
    await live.until(() => live.pointers.length > 0);
    const after = live.pointers[0]!.seq - 1;
    expect((await inboxOf('takahashi', `(after: ${after})`)).inbox).toMatchObject([{ kind: 'task.offered', seq: after + 1 }]);
  } finally {
    live.close();
  }
});
