import type { Json, Person } from '../../src/commands/scenario/person.js';
import { at, circleOf, summons, type Circle } from '../support/conference.js';
import { agencyNamed, consentTo } from '../support/consent.js';
import { familyOf, lastInInbox, type Family } from '../support/family.js';
import { House, inDays, refusalOf } from '../support/house.js';

const CONFLICT = {
  code: 'CONFLICT',
  message: 'This person may have a conflict of interest in this case. The key person has to look into it, and may go on with a reason.',
};
const REASON = '同姓同名の別人と確認したため';

let house: House;
let people: Circle;
let sato: Person, suzuki: Person, takahashi: Person, ito: Person, watanabe: Person, nakamura: Person, kobayashi: Person;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  people = await circleOf(house);
  ({ sato, suzuki, takahashi, ito, watanabe } = people);
  [nakamura, kobayashi] = [await house.person('nakamura'), await house.person('kobayashi')];
});
afterAll(() => house.close());

const other = { name: '高橋 健一', kana: 'たかはし けんいち', bornOn: '1985-06-07', relation: 'FORMER_SPOUSE', reason: '保護命令の相手方' };
const name = (person: Person, { caseId }: Family, more: object = {}) => person.do('nameOtherParty', { caseId, ...other, ...more });
const conflicts = async (person: Person, { caseId }: Family): Promise<Json[]> =>
  (await person.ask('query ($id: Uuid!) { case(id: $id) { conflictsOfInterest { staffId waivedById reason } } }', { id: caseId })).case
    .conflictsOfInterest;
const kindsSeenBy = async (person: Person, { caseId }: Family): Promise<string[]> =>
  (await person.ask('query ($id: Uuid!) { trail(caseId: $id, first: 500) { kind } }', { id: caseId })).trail.map(({ kind }: Json) => kind);

describe('the other party', () => {
  let family: Family;
  let partyId: string;
  beforeAll(async () => {
    family = await familyOf(sato);
    const { caseId } = family;
    await sato.do('giveSeat', { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
    await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
  });

  it('is named by those who write of violence and abuse, and shown to nobody else', async () => {
    expect(await refusalOf(name(suzuki, family))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(name(sato, family, { bornOn: inDays(1) }))).toMatchObject(at('input.bornOn', 'OUT_OF_ORDER'));
    expect(await refusalOf(name(sato, family, { staffId: family.caseId }))).toMatchObject({ code: 'NOT_FOUND' });
    ({ id: partyId } = await name(sato, family));
    const query = 'query ($id: Uuid!) { case(id: $id) { otherParties { name } } }';
    for (const [person, seen] of [
      [sato, [{ name: other.name }]],
      [suzuki, []],
      [watanabe, []],
      [nakamura, []],
    ] as const)
      expect((await person.ask(query, { id: family.caseId })).case.otherParties).toEqual(seen);
  });

  it('keeps someone of the same reading from being seated, invited or asked, without saying why', async () => {
    const { caseId } = family;
    expect(await refusalOf(sato.do('giveSeat', { caseId, staffId: takahashi.staffId }))).toMatchObject(CONFLICT);
    expect(await refusalOf(sato.do('conveneSession', summons(people, caseId, ['takahashi'])))).toMatchObject(CONFLICT);
    const witnessed = { evidence: 'VERBAL_WITH_WITNESS', witnessStaffId: takahashi.staffId, categories: ['LIFE'] };
    expect(await refusalOf(consentTo(sato, caseId, 'ハローワーク三鷹', witnessed))).toMatchObject(CONFLICT);
  });

  it('is pointed out to the key person before they ask, and to nobody else', async () => {
    const { caseId } = family;
    const query = `query ($caseId: Uuid!, $staffId: Uuid!, $agencyId: Uuid) {
      sight(caseId: $caseId, staffId: $staffId, agencyId: $agencyId) { mayConflict } }`;
    const warned = async (person: Person, { staffId }: Person) => (await person.ask(query, { caseId, staffId })).sight.mayConflict;
    expect(await warned(sato, takahashi)).toBe(true);
    expect(await warned(sato, ito)).toBe(false);
    expect(await warned(nakamura, takahashi)).toBe(false);
  });

  it('yields to a reason of the key person, which the managers read and the others do not', async () => {
    const { caseId } = family;
    await sato.do('giveSeat', { caseId, staffId: takahashi.staffId, despiteConflict: REASON });
    for (const manager of [nakamura, kobayashi]) {
      expect(await lastInInbox(manager)).toMatchObject({ kind: 'conflict.waived', caseId });
      expect(await conflicts(manager, family)).toEqual([{ staffId: takahashi.staffId, waivedById: sato.staffId, reason: REASON }]);
    }
    for (const person of [takahashi, suzuki, watanabe]) {
      expect(await conflicts(person, family)).toEqual([]);
      expect((await kindsSeenBy(person, family)).filter((kind) => /conflict|party/.test(kind))).toEqual([]);
    }
  });

  it('does not ask the key person twice', async () => {
    await sato.do('conveneSession', summons(people, family.caseId, ['takahashi']));
    const task = {
      caseId: family.caseId,
      category: 'LIFE',
      what: '面談',
      dueOn: inDays(3),
      owner: { kind: 'STAFF', staffId: takahashi.staffId },
    };
    await suzuki.do('offerTask', task);
  });

  it('asks again when another party is named, and points out who is on the case already', async () => {
    await name(sato, family, { name: '高橋 大介', kana: 'たかはし だいすけ', relation: 'RELATIVE', staffId: takahashi.staffId });
    expect(await lastInInbox(nakamura)).toMatchObject({
      kind: 'conflict.noticed',
      sentence: '高橋 健一 may be connected with the other party.',
    });
    const owner = { kind: 'STAFF', staffId: takahashi.staffId };
    const task = { caseId: family.caseId, category: 'LIFE', what: '面談', dueOn: inDays(3), owner };
    const handover = { caseId: family.caseId, staffId: takahashi.staffId, reason: '担当替え' };
    expect(await refusalOf(suzuki.do('offerTask', task))).toMatchObject(CONFLICT);
    expect(await refusalOf(sato.do('offerHandover', handover))).toMatchObject(CONFLICT);
    const despite = { ...task, owner: { ...owner, despiteConflict: REASON } };
    expect(await refusalOf(suzuki.do('offerTask', despite))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only the key person may do this.',
    });
    await sato.do('offerHandover', { ...handover, despiteConflict: REASON });
    expect(await conflicts(sato, family)).toHaveLength(2);
    await suzuki.do('offerTask', task);
  });

  it('concerns everyone of an agency where a relative works', async () => {
    const quiet = await familyOf(sato, '青木 凪', 'あおき なぎ');
    await name(sato, quiet, { kana: 'だれか', agencyId: await agencyNamed(sato, '健康課') });
    expect(await refusalOf(sato.do('giveSeat', { caseId: quiet.caseId, staffId: ito.staffId }))).toMatchObject(CONFLICT);
    expect(await refusalOf(suzuki.do('giveSeat', { caseId: quiet.caseId, staffId: ito.staffId }))).toMatchObject({ code: 'NOT_FOUND' });
    await sato.do('giveSeat', { caseId: quiet.caseId, staffId: watanabe.staffId, despiteConflict: REASON });
    expect(await conflicts(sato, quiet)).toEqual([]);
  });

  it('is over when it was ended', async () => {
    const quiet = await familyOf(sato, '青木 澪', 'あおき みお');
    const party = await name(sato, quiet);
    const ending = { otherPartyId: party.id, version: party.version };
    await sato.do('endOtherParty', ending);
    expect(await refusalOf(sato.do('endOtherParty', { ...ending, version: 2 }))).toMatchObject({ code: 'CONFLICT' });
    await sato.do('giveSeat', { caseId: quiet.caseId, staffId: takahashi.staffId });
    expect(partyId).not.toBe(party.id);
  });
});

describe('someone who may be the other party of a shielded household', () => {
  const opening = { headline: '仕事を探したい', subject: { name: '別名', kana: 'タカハシ ケンイチ', bornOn: other.bornOn } };
  const came = async (person: Person) =>
    (await person.ask('{ inbox(first: 500) { kind caseId } }')).inbox.filter(({ kind }: Json) => kind === 'other-party.came-elsewhere');

  it('comes for themselves: the key person is told, and whoever opens their case learns nothing', async () => {
    const family = await familyOf(sato, '青木 結', 'あおき ゆい');
    await name(sato, family);
    const kato = await house.person('kato');
    await kato.do('openCase', { ...opening, headline: 'まだ支援措置がないとき' });
    expect(await came(sato)).toEqual([]);
    await sato.do('shieldAddress', { memberId: family.memberId, reason: '危険があるため' });
    const answer = await ito.do(
      'openCase',
      opening,
      'id number seats { staffId } otherParties { id } conflictsOfInterest { id } shield { id }',
    );
    expect(answer).toMatchObject({ seats: [{ staffId: ito.staffId }], otherParties: [], conflictsOfInterest: [], shield: null });
    expect(await came(sato)).toEqual([{ kind: 'other-party.came-elsewhere', caseId: family.caseId }]);
    expect(await came(ito)).toEqual([]);
    expect(await kindsSeenBy(ito, { caseId: answer.id, memberId: '' })).toEqual([
      'case.opened',
      'seat.given',
      'basis.recorded',
      'key-person.began',
    ]);
    await ito.do('openCase', { ...opening, subject: { ...opening.subject, bornOn: '1985-06-08' } });
    expect(await came(sato)).toHaveLength(1);
  });
});
