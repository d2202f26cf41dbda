import fc from 'fast-check';
import { shapeOf } from '../../src/database/shape.js';
import { declaredEntities } from '../../src/graphql/columns.js';
import { digestOf, newApiToken } from '../../src/graphql/actor.js';
import { House, inDays } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';
import { asToken } from '../support/ways-in.js';

/* Names of staff and agencies come from memory, held against the database by every answer: nobody can tell. */

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

const BOARD =
  'query ($id: Uuid!) { case(id: $id) { seats { id staff { name kana } agency { name } colleague: staff { called: name } } WALKED } }';

/** The seats of the case as the database's own text, and as they are walked through field by field. */
const boards = async () => {
  const both = ['', '__typename'].map((walked) => team.people.sato.ask(BOARD.replace('WALKED', walked), { id: team.caseId }));
  return (await Promise.all(both)).map((board) => board.case.seats as { id: string; staff: object; agency: object; colleague: object }[]);
};

const recorded = () =>
  house.behind(
    `select seat.id, json_build_object('name', staff.name, 'kana', kana) as staff, json_build_object('name', agency.name) as agency,
            json_build_object('called', staff.name) as colleague
       from seat join staff on staff.id = staff_id join agency on agency.id = agency_id where case_id = $1 and until is null order by since, seat.id`,
    [team.caseId],
  );

it('shows people and agencies as they are called now, also when no verb of this process renamed them', async () => {
  const { ito } = team.people;
  const [seat] = await house.behind('select agency_id from seat where staff_id = $1', [ito.staffId]);
  const names = ['𠮷川 "由美"', 'a\\"b","staff@0":null', '{"$seen":null}', '$& $1 $$'];
  for (const name of names) {
    await boards();
    await house.behind('update staff set name = $2 where id = $1', [ito.staffId, name]);
    await house.behind('update agency set name = $2 where id = $1', [seat.agency_id, name]);
    for (const board of await boards()) expect(board).toEqual(await recorded());
  }
});

it('shows them as they are called now while many ask and they are being renamed', async () => {
  const { ito } = team.people;
  for (let round = 0; round < 10; round++) {
    const asked = Array.from({ length: 10 }, () => boards());
    await house.behind('update staff set name = $2 where id = $1', [ito.staffId, `伊藤 ${round}`]);
    await Promise.all(asked);
    for (const board of await boards()) expect(board).toEqual(await recorded());
  }
});

it('answers a command with the names of those whom its row names', async () => {
  const { sato, ito } = team.people;
  const input = {
    caseId: team.caseId,
    category: 'LIFE',
    what: '家庭訪問をする',
    dueOn: inDays(7),
    owner: { kind: 'STAFF', staffId: ito.staffId },
  };
  const task = await sato.do('offerTask', input, 'id staff { name } offeredBy { name }');
  const [names] = await house.behind(
    'select (select name from staff where id = $1) as ito, (select name from staff where id = $2) as sato',
    [ito.staffId, sato.staffId],
  );
  expect(task).toEqual({ id: task.id, staff: { name: names.ito }, offeredBy: { name: names.sato } });
});

it('leaves words alone, whatever they look like', async () => {
  const { sato, ito } = team.people;
  const owner = { kind: 'STAFF', staffId: ito.staffId };
  const { id } = await sato.do(
    'offerTask',
    { caseId: team.caseId, category: 'LIFE', what: '家庭訪問をする', dueOn: inDays(7), owner },
    'id',
  );
  const reference = `"staff@0":"${ito.staffId}"`;
  const parts = fc.constantFrom(reference, '"', '\\', '","', ',', '{', '}', 'staff@0', `"${ito.staffId}"`, '"agency@1":null', '家');
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 6 }), async (chosen) => {
      const what = chosen.join('');
      await house.behind('update task set what = $2 where id = $1', [id, what]);
      const { tasks } = await ito.ask('{ tasks(unfinished: true, ownedByMe: true) { id what staff { name } agency { name } } }');
      expect(tasks.find((task: { id: string }) => task.id === id).what).toBe(what);
    }),
    { numRuns: 40 },
  );
});

it('tells a program no names of which its token does not speak', async () => {
  const { sato } = team.people;
  const token = newApiToken();
  await house.behind(
    `insert into api_token (id, staff_id, issued_by_id, name, token_hash, access, subjects, issued_at, expires_at, version)
     values (gen_random_uuid(), $1, $1, 'a program', $2, 'READ', '{SupportCase,Seat,Agency}', tsunagi_now(), tsunagi_now() + interval '1 day', 1)`,
    [sato.staffId, digestOf(token)],
  );
  await boards();
  const { case: board } = await asToken(house, token).ask(BOARD.replace('WALKED', ''), { id: team.caseId });
  expect(board.seats.length).toBeGreaterThan(1);
  for (const seat of board.seats) expect(seat).toEqual({ id: seat.id, staff: null, colleague: null, agency: { name: expect.any(String) } });
});

it('counts every change of what is taken from the directory, and nothing hides a row of it', async () => {
  const listed = declaredEntities().filter((type) => shapeOf(type).isListed);
  expect(listed.map(({ name }) => name).sort()).toEqual(['Agency', 'Staff']);
  for (const type of listed) {
    const table = house.app.spine.database.source.getMetadata(type).tableName;
    const [found] = await house.behind(
      `select relrowsecurity as hides, tgtype & 28 = 28 as counts, tgattr::text as "onlyOf"
         from pg_class join pg_trigger on tgrelid = pg_class.oid and tgname = 'access_changed' where relname = $1`,
      [table],
    );
    expect(found).toEqual({ hides: false, counts: true, onlyOf: '' });
  }
});
