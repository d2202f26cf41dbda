import { shapeOf } from '../../src/database/shape.js';
import { declaredEntities } from '../../src/graphql/columns.js';
import { TrailEntry } from '../../src/modules/responsibility/trail-entry.view.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

const offered = async () => {
  const { sato, ito } = team.people;
  const owner = { kind: 'STAFF', staffId: ito.staffId };
  const { id } = await sato.do(
    'offerTask',
    { caseId: team.caseId, category: 'HEALTH', what: '受診に同行する', owner, dueOn: inDays(3) },
    'id',
  );
  return id as string;
};

it('answers a command with the row as its own transaction left it', async () => {
  const { ito } = team.people;
  const taskId = await offered();
  expect(await ito.do('acceptTask', { taskId, version: 1 }, 'status version case { taskTally { open } }')).toEqual({
    status: 'ACCEPTED',
    version: 2,
    case: { taskTally: { open: expect.any(Number) } },
  });
});

it('does not do what it could not answer', async () => {
  const { ito } = team.people;
  const taskId = await offered();
  const deep = 'case { tasks { case { tasks { case { tasks { case { tasks { case { tasks { id } } } } } } } } } }';
  expect((await refusalOf(ito.do('acceptTask', { taskId, version: 1 }, deep))).code).toMatch(/TOO_MANY|INVALID/);
  expect((await ito.ask('query ($id: Uuid!) { task(id: $id) { status version } }', { id: taskId })).task).toEqual({
    status: 'OFFERED',
    version: 1,
  });
});

it('selects nothing that rests on entries, which are sealed behind the answer', () => {
  for (const type of declaredEntities().filter((declared) => declared !== TrailEntry)) {
    const { links, derived, tallies } = shapeOf(type);
    for (const { to } of [...links.values(), ...tallies.values()]) expect(to()).not.toBe(TrailEntry);
    for (const said of derived.values()) expect(said('it')).not.toMatch(/\btrail\b/);
  }
});

it('answers whoever has just changed what they may see as they stand afterwards', async () => {
  const { sato, ito } = team.people;
  const { id } = await sato.do('offerHandover', { caseId: team.caseId, staffId: ito.staffId, reason: '担当の交代' }, 'id');
  // Only the key person may convene: whoever accepts is answered as what they have become.
  expect(
    await ito.do('acceptHandover', { handoverId: id }, 'status case { keyPerson { staffId } can(action: convene) { allowed } }'),
  ).toEqual({
    status: 'ACCEPTED',
    case: { keyPerson: { staffId: ito.staffId }, can: { allowed: true } },
  });
});

it('notes in the access log what an answer to a command brought of a restricted category', async () => {
  const { ito } = team.people;
  const record = await ito.do(
    'writeRecord',
    { caseId: team.caseId, category: 'HEALTH', kind: 'NOTE', happenedOn: inDays(0), body: '通院' },
    'id body',
  );
  await house.app.spine.accessLog.flush();
  expect(await house.behind('select operation, fields, staff_id from access_log where about_id = $1', [record.id])).toEqual([
    { operation: 'Mutation.writeRecord', fields: ['body', 'id'], staff_id: ito.staffId },
  ]);
});
