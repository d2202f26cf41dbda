import type { Json } from '../../src/commands/scenario/person.js';
import { agencyIds, at, circleOf, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { seriesOf } from '../support/series.js';

/* Kinds of meetings are data: a municipality adds its own, and what contradicts itself is refused. */

let house: House;
let people: Circle;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
});
afterAll(() => house.close());

const refused = (who: keyof Circle, verb: string, input: object) => refusalOf(people[who].do(verb, input));

describe('a municipality’s own kind', () => {
  const own = {
    code: 'OUR_FRIDAY_MEETING',
    nameJa: '金曜会議',
    nameEn: 'Friday meeting',
    source: '武蔵野市',
    subject: 'CASELOAD',
    cadenceTimes: 1,
    cadencePer: 'WEEK',
    mandatoryProfessions: ['PUBLIC_HEALTH_NURSE'],
    decides: ['TASK'],
    reason: '要綱の改正',
  };

  it('is set by an information officer, without code, and used at once', async () => {
    const { sato, ito } = people;
    expect(await refused('sato', 'addMeetingKind', own)).toMatchObject({ code: 'FORBIDDEN' });
    const yamada = await house.person('yamada');
    const { 武蔵野市: agencyId } = await agencyIds(sato);
    await yamada.do('postStaff', { staffId: ito.staffId, agencyId, profession: 'INFORMATION_OFFICER', since: inDays(0) });
    for (const [more, path, code] of [
      [{ code: 'friday' }, 'input.code', 'FORMAT'],
      [{ statute: 'NEEDY_ACT_9' }, 'input.statute', 'NOT_ALLOWED'],
      [{ cadencePer: null }, 'input.cadencePer', 'NOT_ALLOWED'],
      [{ needsMandatory: ['PLAN'] }, 'input.needsMandatory', 'NOT_ALLOWED'],
      [{ quorumPercent: 101 }, 'input.quorumPercent', 'NOT_ALLOWED'],
      [{ subject: 'ONE_CASE', brings: 'CASELOAD' }, 'input.brings', 'NOT_ALLOWED'],
    ] as const)
      expect(await refused('ito', 'addMeetingKind', { ...own, ...more })).toMatchObject(at(path, code));
    const kind = await ito.do('addMeetingKind', own, 'id version code needsMandatory chairTitle');
    expect(kind).toMatchObject({ code: own.code, needsMandatory: ['TASK'], chairTitle: '座長' });
    expect(await refused('ito', 'addMeetingKind', own)).toMatchObject({ code: 'CONFLICT' });
    const started = await seriesOf(people, own.code, ['ito'], '金曜会議').catch((refusal: Error) => refusal);
    expect(started).toMatchObject({ id: expect.any(String) });
    const revised = await ito.do(
      'reviseMeetingKind',
      { ...own, decides: ['TASK', 'PLAN'], quorumPercent: 50, version: kind.version },
      'quorumPercent decides',
    );
    expect(revised).toEqual({ quorumPercent: 50, decides: ['TASK', 'PLAN'] });
    const { meetingKinds } = await sato.ask('{ meetingKinds { code decides } }');
    expect(meetingKinds.filter(({ code }: Json) => code === own.code)).toEqual([{ code: own.code, decides: ['TASK', 'PLAN'] }]);
    expect(meetingKinds.length).toBeGreaterThanOrEqual(18);
  });
});
