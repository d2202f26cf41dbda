import type { Person } from '../../src/commands/scenario/person.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let suzuki: Person;
let caseId: string;

const OF = 'query ($id: Uuid!) { case(id: $id) { household { members { id schoolings { schoolName since until } } } } }';

beforeAll(async () => {
  house = await House.open();
  suzuki = await house.person('suzuki');
  ({ id: caseId } = await suzuki.do('openCase', { headline: '転入', subject: { name: '森 さくら', kana: 'もり さくら' } }));
});
afterAll(() => house.close());

describe('the household', () => {
  it('grows, and a child changes school from a day on', async () => {
    const child = await suzuki.do(
      'addHouseholdMember',
      { caseId, relation: 'CHILD', name: '森 うみ', kana: 'もり うみ', bornOn: '2023-02-02' },
      'id category',
    );
    expect(child.category).toBe('CHILD');
    await suzuki.do('enrolChild', { memberId: child.id, kind: 'NURSERY', schoolName: '南保育園', since: '2026-04-01' });
    await suzuki.do('enrolChild', { memberId: child.id, kind: 'KINDERGARTEN', schoolName: '中央幼稚園', since: '2026-10-01' });
    const { household } = (await suzuki.ask(OF, { id: caseId })).case;
    expect(household.members.find(({ id }: { id: string }) => id === child.id).schoolings).toEqual([
      { schoolName: '中央幼稚園', since: '2026-10-01', until: null },
      { schoolName: '南保育園', since: '2026-04-01', until: '2026-09-30' },
    ]);
  });

  it.each([
    ['a reading that is not kana', { kana: 'Mori' }, 'input.kana', 'FORMAT'],
    ['a birth date that no calendar has', { bornOn: '2019-02-29' }, 'input.bornOn', 'FORMAT'],
    ['a birth date in the future', { bornOn: inDays(2) }, 'input.bornOn', 'OUT_OF_ORDER'],
    ['an empty name', { name: ' \u3000 ' }, 'input.name', 'REQUIRED'],
    ['a name beyond all length', { name: '森'.repeat(201) }, 'input.name', 'TOO_LONG'],
    ['a name with a line break', { name: '森\nうみ' }, 'input.name', 'FORMAT'],
  ])('refuses %s', async (_, wrong, path, code) => {
    const attempt = suzuki.do('addHouseholdMember', { caseId, relation: 'CHILD', name: '森 うみ', kana: 'もり うみ', ...wrong });
    expect(await refusalOf(attempt)).toMatchObject({ code: 'INVALID', fields: [{ path, code }] });
  });
});
