import { withClient } from '../support/server.js';
import { verify } from '../../src/trail/verify.js';
import { House, inDays } from '../support/house.js';
import { assemble } from '../support/team.js';

const ROUNDS = 200;

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

it(`lets exactly one of two people reassign a task at the same instant, ${ROUNDS} times, and the chain stays whole`, async () => {
  const { caseId, people, agencies } = await assemble(house);
  const { sato, nakamura, kato, suzuki } = people;
  const owners = [
    { kind: 'STAFF', staffId: kato.staffId },
    { kind: 'STAFF', staffId: suzuki.staffId },
    { kind: 'AGENCY', agencyId: agencies.centre },
  ];
  const offering = { caseId, category: 'CHILD', what: '保育園に連絡する', dueOn: inDays(7), owner: owners[0] };
  const { id: taskId, version: first } = await sato.do('offerTask', offering);
  let [version, owned] = [first, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = [(owned + 1) % 3, (owned + 2) % 3];
    const reassign = (person: typeof sato, to: number) =>
      person.do('reassignTask', { taskId, version, owner: owners[to], reason: '業務量を調整する。' }, 'version ownerKind staffId');
    const outcomes = await Promise.allSettled([reassign(sato, wanted[0]!), reassign(nakamura, wanted[1]!)]);
    const winner = outcomes.findIndex((outcome) => outcome.status === 'fulfilled');
    const loser = outcomes[1 - winner];
    expect(loser?.status === 'rejected' && loser.reason).toMatchObject({ code: 'CONFLICT' });
    owned = wanted[winner]!;
    version += 1;
    expect(outcomes[winner]).toMatchObject({ value: { version, ownerKind: owners[owned]!.kind, staffId: owners[owned]!.staffId ?? null } });
  }
  const [told] = await house.behind("select count(*)::int as times from trail where kind = 'task.reassigned' and about_id = $1", [taskId]);
  expect(told).toEqual({ times: ROUNDS });
  const [chain] = await house.behind('select count(*)::int as entries, max(seq)::int as last from trail');
  expect(chain.entries).toBe(chain.last);
  expect(await withClient(house.databaseUrl, (client) => verify(client, []))).toMatchObject({ sound: true, entries: chain.last });
});
