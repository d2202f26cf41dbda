import { randomUUID } from 'node:crypto';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import { agencyIds, at, circleOf, opened, openedBy, refusedBy, session, type Circle } from '../support/conference.js';
import { House, inDays } from '../support/house.js';

/* A decision says who, what and by when 「誰が、いつまでに、何をやるのか」, or it is none. */

let house: House;
let people: Circle;
let agencies: Record<string, string>;
/** An open session with takahashi, ito and watanabe; suzuki is on the case, but not invited. */
let meeting: Json;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  agencies = await agencyIds(people.sato);
  const caseId = await openedBy(people.sato);
  await people.sato.do('giveSeat', { caseId, staffId: people.suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
  meeting = await opened(people, caseId, ['takahashi', 'ito', 'watanabe']);
});
afterAll(() => house.close());

const refused = (person: Person, verb: string, input: object) => refusedBy(house, person, verb, input);

const whole = () => ({
  itemId: meeting.agenda[0].id as string,
  what: '週に一度訪問する',
  category: 'LIFE',
  owner: { kind: 'STAFF', staffId: people.takahashi.staffId } as object,
  dueOn: inDays(14),
});
const without = (field: string) => Object.fromEntries(Object.entries(whole()).filter(([name]) => name !== field));
const decide = (input: object, person = people.takahashi) => refused(person, 'decide', input);

it.each(['owner', 'what', 'dueOn'])('refuses a decision without its %s, and names it', async (field) =>
  expect(await decide(without(field))).toMatchObject(at(`input.${field}`, 'REQUIRED')),
);

it.each([
  ['an empty what', () => ({ what: ' ' }), at('input.what', 'REQUIRED')],
  ['a what of 201 characters', () => ({ what: '訪'.repeat(201) }), at('input.what', 'TOO_LONG')],
  ['a deadline in the past', () => ({ dueOn: inDays(-1) }), at('input.dueOn', 'IN_THE_PAST')],
  ['a person who is not named', () => ({ owner: { kind: 'STAFF' } }), at('input.owner.staffId', 'REQUIRED')],
  ['an owner of no kind', () => ({ owner: {} }), at('input.owner.kind', 'REQUIRED')],
  ['an owner without a seat', () => ({ owner: { kind: 'STAFF', staffId: people.kato.staffId } }), at('input.owner.staffId', 'UNKNOWN')],
  [
    'an owner whose work does not reach the category',
    () => ({ owner: { kind: 'STAFF', staffId: people.watanabe.staffId } }),
    at('input.owner.staffId', 'NOT_ALLOWED'),
  ],
  [
    'an agency that is not on the case',
    () => ({ owner: { kind: 'AGENCY', agencyId: agencies['健康福祉部'] } }),
    at('input.owner.agencyId', 'UNKNOWN'),
  ],
  ['an issue that is none of this case', () => ({ issueId: randomUUID() }), at('input.issueId', 'UNKNOWN')],
])('refuses %s', async (_, more, refusal) => expect(await decide({ ...whole(), ...more() })).toMatchObject(refusal));

it('refuses those who were not invited, and a category beyond their work', async () => {
  expect(await decide(whole(), people.suzuki)).toMatchObject({
    code: 'FORBIDDEN',
    message: 'Only people invited to this session may do this.',
  });
  expect(await decide(whole(), people.watanabe)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await decide({ ...whole(), category: 'EMPLOYMENT' }, people.ito)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await decide(whole(), people.kato)).toMatchObject({ code: 'NOT_FOUND' });
});

it('takes a decision once, however often its command arrives', async () => {
  const commandId = randomUUID();
  const [one, two] = await Promise.all([0, 1].map(() => people.takahashi.do('decide', whole(), 'id task { id }', commandId)));
  expect(two).toEqual(one);
  expect(await house.behind('select from task where decision_id = $1', [one.id])).toHaveLength(1);
});

it('refuses to note what was decided, to carry over without a reason, and to settle a stale reading', async () => {
  const [item] = (await session(people.sato, meeting.id)).agenda;
  const settle = { itemId: item.id, version: item.version };
  expect(await refused(people.sato, 'settleItem', { ...settle, outcome: 'NOTED' })).toMatchObject({ code: 'CONFLICT' });
  expect(await refused(people.sato, 'settleItem', { ...settle, outcome: 'CARRIED_OVER' })).toMatchObject(at('input.note', 'REQUIRED'));
  expect(await refused(people.sato, 'settleItem', { ...settle, outcome: 'DECIDED' })).toMatchObject({ code: 'INVALID' });
  expect(await refused(people.ito, 'settleItem', { ...settle, outcome: 'NOTED' })).toMatchObject({ code: 'FORBIDDEN' });
  const stale = { ...settle, version: item.version - 1, outcome: 'CARRIED_OVER', note: '次回' };
  expect(await refused(people.sato, 'settleItem', stale)).toMatchObject({ code: 'CONFLICT' });
});
