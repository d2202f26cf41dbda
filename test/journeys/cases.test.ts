import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/commands/scenario/person.js';
import { consentTo } from '../support/consent.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, suzuki: Person, takahashi: Person, ito: Person, watanabe: Person, nakamura: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  [sato, suzuki, takahashi, ito, watanabe, nakamura] = (await Promise.all(
    ['sato', 'suzuki', 'takahashi', 'ito', 'watanabe', 'nakamura'].map((login) => house.person(login)),
  )) as [Person, Person, Person, Person, Person, Person];
  ({ id: caseId } = await sato.do('openCase', mori));
  await consentTo(sato, caseId);
  for (const { staffId } of [takahashi, ito, watanabe]) await sato.do('giveSeat', { caseId, staffId });
  await sato.do('giveSeat', { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
});
afterAll(() => house.close());

const mori = {
  headline: '生活の立て直しを優先し、落ち着いたら就労へ',
  subject: { name: '森 さくら', kana: 'もり さくら', bornOn: '1990-05-03' },
  children: [{ name: '森 そら', kana: 'もり そら', bornOn: '2018-09-12' }],
};
const caseOf = async (person: Person, selection: string) =>
  (await person.ask(`query ($id: Uuid!) { case(id: $id) { ${selection} } }`, { id: caseId })).case;

describe('a button', () => {
  it('can say beforehand whether it may be pressed, and who may press it', async () => {
    const may = (person: Person, action: string, subject: string) =>
      caseOf(person, `may(action: ${action}, subject: ${subject}) { allowed because }`);
    expect((await may(sato, 'give', 'Seat')).may).toEqual({ allowed: true, because: 'as key person' });
    expect((await may(takahashi, 'give', 'Seat')).may).toEqual({ allowed: false, because: 'Only the key person may do this.' });
    expect((await may(nakamura, 'record', 'Consent')).may).toMatchObject({ allowed: true });
    expect((await may(takahashi, 'convene', 'Seat')).may).toEqual({ allowed: false, because: 'This cannot be done.' });
  });
});

describe('a household has one open case', () => {
  it('refuses a second one for the same household', async () => {
    const { householdId } = await caseOf(sato, 'householdId');
    expect(await refusalOf(sato.do('openCase', { headline: 'もう一つ', householdId }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('notices someone of the same reading and birth date whom the opener may see, however the reading is typed', async () => {
    const again = { ...mori, subject: { name: '森 桜', kana: 'ﾓﾘ  ｻｸﾗ', bornOn: '1990-05-03' } };
    expect(await refusalOf(sato.do('openCase', again))).toMatchObject({ code: 'CONFLICT' });
  });

  it('does not tell anyone else that the family is known', async () => {
    const kato = await house.person('kato');
    const opened = await kato.do('openCase', { ...mori, children: [] }, 'id version');
    await kato.do('closeCase', { caseId: opened.id, version: opened.version, reason: '重複のため' });
  });

  it('is opened by professions that receive clients, and by no others', async () => {
    expect(await refusalOf(watanabe.do('openCase', mori))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only staff whose profession receives clients may do this.',
    });
  });
});

describe('each reads what their work needs', () => {
  it('shows a health note to the nurse, and to the navigator not even that there is one', async () => {
    await ito.do('writeRecord', { caseId, category: 'HEALTH', kind: 'OBSERVATION', channel: 'VISIT', body: '眠れない日が続いている' });
    await takahashi.do('writeRecord', { caseId, category: 'LIFE', kind: 'OBSERVATION', channel: 'VISIT', body: '部屋が片づいていない' });
    await watanabe.do('writeRecord', { caseId, category: 'CONSULTATION', kind: 'CONTACT', channel: 'IN_PERSON', body: '事務の仕事を希望' });
    const seen = async (person: Person) =>
      (await caseOf(person, 'records { category }')).records.map((record: { category: string }) => record.category).sort();
    expect(await seen(ito)).toEqual(['HEALTH', 'LIFE']);
    expect(await seen(watanabe)).toEqual(['CONSULTATION']);
    expect(await seen(sato)).toEqual(['CONSULTATION', 'LIFE']);
    expect(await seen(nakamura)).toEqual([]);
  });

  it('refuses to write where one does not', async () => {
    const attempt = watanabe.do('writeRecord', { caseId, category: 'HEALTH', kind: 'NOTE', body: '聞いた話' });
    expect(await refusalOf(attempt)).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only people on the case who may write in this category may do this.',
    });
  });

  it('keeps a corrected record beside its correction', async () => {
    const wrong = await takahashi.do('writeRecord', { caseId, category: 'INCOME', kind: 'NOTE', body: '手当は月額四万円' });
    const right = { recordId: wrong.id, category: 'INCOME', kind: 'NOTE', body: '手当は月額四万五千円' };
    expect(await takahashi.do('correctRecord', right, 'corrects { id isCorrected body }')).toEqual({
      corrects: { id: wrong.id, isCorrected: true, body: '手当は月額四万円' },
    });
    expect(await refusalOf(takahashi.do('correctRecord', right))).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the key person', () => {
  const offer = (reason = '母の状況が主な課題になったため') => sato.do('offerHandover', { caseId, staffId: suzuki.staffId, reason });

  it('stays until the one who is asked accepts', async () => {
    const { id } = await offer();
    await suzuki.do('declineHandover', { handoverId: id, reason: '今月は担当が多い' });
    expect(await caseOf(sato, 'keyPerson { staffId } openHandover { id }')).toEqual({
      keyPerson: { staffId: sato.staffId },
      openHandover: null,
    });
  });

  it('is offered to one at a time', async () => {
    const { id } = await offer();
    expect(await refusalOf(offer())).toMatchObject({ code: 'CONFLICT', message: 'A hand-over has already been offered.' });
    await sato.do('withdrawHandover', { handoverId: id, reason: '相談してから' });
  });

  it('is not taken by anyone else', async () => {
    const { id } = await offer();
    expect(await refusalOf(takahashi.do('acceptHandover', { handoverId: id }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf((await house.person('kato')).do('acceptHandover', { handoverId: id }))).toMatchObject({ code: 'NOT_FOUND' });
    await sato.do('withdrawHandover', { handoverId: id, reason: '取り下げ' });
  });

  it('passes once, without a gap, when two windows accept at the same instant', async () => {
    const { id } = await offer();
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => suzuki.do('acceptHandover', { handoverId: id })));
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    const { keyPersonTerms: terms } = await caseOf(suzuki, 'keyPersonTerms { staffId since until }');
    expect(terms).toHaveLength(2);
    expect(terms[0]).toMatchObject({ staffId: suzuki.staffId, since: terms[1].until, until: null });
    expect(await refusalOf(sato.do('giveSeat', { caseId, staffId: (await house.person('kato')).staffId }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('cannot simply leave', async () => {
    const { seats } = await caseOf(suzuki, 'seats { id version isKeyPerson }');
    const own = seats.find((seat: { isKeyPerson: boolean }) => seat.isKeyPerson);
    expect(await refusalOf(suzuki.do('endSeat', { seatId: own.id, version: own.version, reason: '異動' }))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('a seat that ends', () => {
  it('takes sight of the case at once: the next query finds nothing, and the open socket is dropped', async () => {
    const live = await watanabe.listen();
    expect(await live.watch({ caseId })).toMatchObject({ ok: true });
    const { seats } = await caseOf(suzuki, 'seats { id version staffId }');
    const seat = seats.find(({ staffId }: { staffId: string }) => staffId === watanabe.staffId);
    await suzuki.do('endSeat', { seatId: seat.id, version: seat.version, reason: '就労支援は一旦終了' });
    expect(await refusalOf(watanabe.ask('query ($id: Uuid!) { case(id: $id) { id } }', { id: caseId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await live.until(() => live.dropped.includes(caseId));
    expect(live.pointers).toEqual([]);
    await suzuki.do('reviseHeadline', { caseId, ...(await caseOf(suzuki, 'version')), headline: '落ち着いてきた' });
    expect(await live.watch({ caseId })).toEqual({ ok: false, code: 'NOT_FOUND' });
    live.close();
  });

  it('waits while something lies in the pool of an agency that would have nobody left, and ends its holder’s roles', async () => {
    const { seats } = await caseOf(suzuki, 'seats { id version staffId agencyId }');
    const seat = seats.find(({ staffId }: { staffId: string }) => staffId === takahashi.staffId);
    const task = await suzuki.do('offerTask', {
      caseId,
      category: 'INCOME',
      what: '手当の確認',
      owner: { kind: 'AGENCY', agencyId: seat.agencyId },
      dueOn: inDays(5),
    });
    const leave = () => suzuki.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' }, 'until');
    expect(await refusalOf(leave())).toMatchObject({
      code: 'CONFLICT',
      message: 'Nobody else of the agency could take on its tasks. Please reassign those first.',
    });
    await suzuki.do('withdrawTask', { taskId: task.id, version: task.version, reason: '不要になった' });
    expect((await leave()).until).not.toBeNull();
  });

  it('keeps a posting from ending while it is held', async () => {
    const yamada = await house.person('yamada');
    const { staffMember } = await yamada.ask('query ($id: Uuid!) { staffMember(id: $id) { postings { id version } } }', {
      id: ito.staffId,
    });
    const [posting] = staffMember.postings;
    const attempt = yamada.do('endPosting', { postingId: posting.id, version: posting.version, until: inDays(0) });
    expect(await refusalOf(attempt)).toMatchObject({
      code: 'CONFLICT',
      message: 'Cases are still held in this posting. Please hand them over first.',
    });
  });
});

describe('a command', () => {
  it('sent twice is carried out once and answers the same', async () => {
    const commandId = randomUUID();
    const record = { caseId, category: 'LIFE', kind: 'NOTE', body: '二度押し' };
    const [one, two] = await Promise.all([1, 2].map(() => suzuki.do('writeRecord', record, 'id', commandId)));
    expect(two).toEqual(one);
    expect(await suzuki.do('writeRecord', record, 'id', commandId)).toEqual(one);
    expect(await refusalOf(suzuki.do('writeRecord', { ...record, body: '別の内容' }, 'id', commandId))).toMatchObject({ code: 'CONFLICT' });
  });

  it('based on what someone has changed since is refused, and nothing is overwritten', async () => {
    const { version } = await caseOf(suzuki, 'version');
    const attempts = await Promise.allSettled(
      ['一つ目', '二つ目'].map((headline) => suzuki.do('reviseHeadline', { caseId, version, headline }, 'headline')),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await caseOf(suzuki, 'version')).toEqual({ version: version + 1 });
  });
});

it('a case closes with a reason, stays readable, and takes nothing more', async () => {
  const { version } = await caseOf(suzuki, 'version');
  await suzuki.do('closeCase', { caseId, version, reason: '生活が安定した' });
  expect(await caseOf(ito, 'status keyPerson { staffId } closingReason { body }')).toEqual({
    status: 'CLOSED',
    keyPerson: null,
    closingReason: { body: '生活が安定した' },
  });
  const householdId = (await caseOf(suzuki, 'householdId')).householdId;
  expect(await suzuki.do('openCase', { householdId, headline: '再相談' }, 'householdId')).toEqual({ householdId });
});
