import type { Person } from '../../src/commands/scenario/person.js';
import { circleOf, inHours, openedBy, summons, type Circle } from '../support/conference.js';
import { House } from '../support/house.js';
import { eventsIn, Mailbox } from '../support/mailbox.js';

let house: House;
let mailbox: Mailbox;
let people: Circle;

const ADDRESSES = { sato: 'sato@city.example', takahashi: 'takahashi@city.example', watanabe: 'watanabe@work.example' } as const;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  house = await House.open({
    settings: { SMTP_URL: mailbox.url, PUBLIC_URL: 'https://tsunagi.example', MAIL_FROM: 'tsunagi@city.example' },
  });
  mailbox.hear = (readable) => house.emitted.mail(readable);
  people = await circleOf(house);
  for (const [login, address] of Object.entries(ADDRESSES)) await people[login as keyof typeof ADDRESSES].do('chooseMail', { address });
});
afterAll(async () => {
  await house.close();
  await mailbox.close();
});

/** The mails that came for somebody since, once the post office has looked at everything that has happened. */
async function newMailFor(login: keyof typeof ADDRESSES, act: () => Promise<unknown>) {
  await house.app.post!.round();
  const before = mailbox.to(ADDRESSES[login]).length;
  await act();
  await house.app.post!.round();
  return mailbox.to(ADDRESSES[login]).slice(before);
}

const feedOf = async (person: Person): Promise<string> => (await person.do('openCalendarFeed', undefined, 'address')).address as string;
const fetched = (address: string) => fetch(address.replace('https://tsunagi.example', house.address));
const meetingsIn = async (address: string) => eventsIn(await (await fetched(address)).text());

async function convenedWith(login: 'takahashi' | 'watanabe', more: object = {}) {
  const caseId = await openedBy(people.sato, '藤田 結衣', 'ふじた ゆい');
  const session = await people.sato.do(
    'conveneSession',
    summons(people, caseId, [login], { startsAt: inHours(30), endsAt: inHours(31), ...more }),
    'id version startsAt invitations { id version staffId }',
  );
  return { caseId, session, own: session.invitations.find(({ staffId }: { staffId: string }) => staffId === people[login].staffId) };
}

it('whoever is asked to a session gets an invitation that calendars understand, and that says nothing about the family', async () => {
  const [mail, ...others] = await newMailFor('takahashi', () => convenedWith('takahashi', { place: '市役所 201会議室' }));
  expect(others).toEqual([]);
  expect(mail!.invitation).toMatchObject({
    method: 'REQUEST',
    sequence: 0,
    summary: 'カンファレンス',
    location: '市役所 201会議室',
    status: 'CONFIRMED',
  });
  for (const word of ['藤田', '結衣', 'ふじた', '家庭訪問', '生活の乱れ']) expect(mail!.readable).not.toContain(word);
});

it('a place that tells of the family stays in the product', async () => {
  for (const place of ['藤田さん宅', 'フジタ様の自宅', '本人の居所']) {
    const [mail] = await newMailFor('takahashi', () =>
      convenedWith('takahashi', { place, startsAt: inHours(50 + mailbox.mails.length), endsAt: inHours(51 + mailbox.mails.length) }),
    );
    expect(mail!.invitation!.location).toBeNull();
  }
});

it('a session that is called off is taken back, under the name and with a higher number than it was asked to', async () => {
  const { session } = await convenedWith('takahashi', { startsAt: inHours(100), endsAt: inHours(101) });
  const [asked] = await newMailFor('takahashi', async () => undefined).then(() => mailbox.to(ADDRESSES.takahashi).slice(-1));
  const [mail, ...others] = await newMailFor('takahashi', () =>
    people.sato.do('cancelSession', { sessionId: session.id, version: session.version, reason: '延期' }),
  );
  expect(others).toEqual([]);
  expect(mail!.invitation).toMatchObject({
    method: 'CANCEL',
    uid: asked!.invitation!.uid,
    sequence: 1,
    status: 'CANCELLED',
    location: null,
  });
});

it('a session that is moved is told anew, under the same name and with a higher number, and the feed says the same', async () => {
  const { sato, takahashi } = people;
  const address = await feedOf(takahashi);
  const { session } = await convenedWith('takahashi', { startsAt: inHours(104), endsAt: inHours(105) });
  await house.app.post!.round();
  const startsAt = inHours(106);
  const [mail, ...others] = await newMailFor('takahashi', () =>
    sato.do('moveSession', { sessionId: session.id, version: session.version, startsAt, endsAt: inHours(107), reason: '会議室の都合' }),
  );
  expect(others).toEqual([]);
  expect(mail!.invitation).toMatchObject({ method: 'REQUEST', uid: `${session.id}@tsunagi`, sequence: 1, status: 'CONFIRMED' });
  const whole = Math.floor(Date.parse(startsAt) / 1_000);
  expect(Math.floor(mail!.invitation!.startsAt.getTime() / 1_000)).toBe(whole);
  const event = (await meetingsIn(address)).find(({ uid }) => uid === `${session.id}@tsunagi`)!;
  expect(Math.floor(event.startsAt.getTime() / 1_000)).toBe(whole);
});

it('whoever declines has it taken out of their calendar; whoever comes after all is asked again', async () => {
  const { own } = await convenedWith('takahashi', { startsAt: inHours(110), endsAt: inHours(111) });
  const declined = await newMailFor('takahashi', () =>
    people.takahashi.do('declineInvitation', { invitationId: own.id, version: own.version, reason: '出張' }),
  );
  expect(declined.map(({ invitation }) => invitation!.method)).toEqual(['CANCEL']);
  const accepted = await newMailFor('takahashi', () =>
    people.takahashi.do('acceptInvitation', { invitationId: own.id, version: own.version + 1 }),
  );
  expect(accepted.map(({ invitation }) => [invitation!.method, invitation!.sequence])).toEqual([['REQUEST', 2]]);
});

it('when the client withdraws their consent, the meeting leaves mail and feed of who knew of it by that, and nothing more comes', async () => {
  const { sato, watanabe } = people;
  const address = await feedOf(watanabe);
  const { caseId, session } = await convenedWith('watanabe', { startsAt: inHours(120), endsAt: inHours(121) });
  await house.app.post!.round();
  expect((await meetingsIn(address)).map(({ uid }) => uid)).toEqual([`${session.id}@tsunagi`]);

  const { disclosures } = await sato.ask('query ($id: Uuid!) { disclosures(caseId: $id) { consentId } }', { id: caseId });
  const { consentId } = disclosures.find((basis: { consentId: string | null }) => basis.consentId);
  const mails = await newMailFor('watanabe', () => sato.do('withdrawConsent', { consentId, reason: '本人の申し出' }));
  expect(mails.map(({ invitation }) => invitation!.method)).toEqual(['CANCEL']);
  expect(await meetingsIn(address)).toEqual([]);

  const after = await newMailFor('watanabe', () =>
    sato.do('cancelSession', { sessionId: session.id, version: session.version, reason: '延期' }),
  );
  expect(after).toEqual([]);
});

it('when a seat ends, the meeting leaves mail and feed, and nothing more comes', async () => {
  const { sato, takahashi } = people;
  const address = await feedOf(takahashi);
  const { caseId, session } = await convenedWith('takahashi', { startsAt: inHours(130), endsAt: inHours(131) });
  await house.app.post!.round();
  const uid = `${session.id}@tsunagi`;
  expect((await meetingsIn(address)).map((event) => event.uid)).toContain(uid);

  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', { id: caseId });
  const seat = found.seats.find(({ staffId }: { staffId: string }) => staffId === takahashi.staffId);
  const mails = await newMailFor('takahashi', () => sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' }));
  expect(mails.map(({ invitation }) => [invitation!.method, invitation!.uid])).toEqual([['CANCEL', uid]]);
  expect((await meetingsIn(address)).map((event) => event.uid)).not.toContain(uid);

  const after = await newMailFor('takahashi', () =>
    sato.do('cancelSession', { sessionId: session.id, version: session.version, reason: '延期' }),
  );
  expect(after).toEqual([]);
});

it('who loses sight of a meeting before its invitation went out never hears of it', async () => {
  const { sato, takahashi } = people;
  const { port, mails: earlier } = mailbox;
  await mailbox.close();
  const { caseId, session } = await convenedWith('takahashi', { startsAt: inHours(140), endsAt: inHours(141) });
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', { id: caseId });
  const seat = found.seats.find(({ staffId }: { staffId: string }) => staffId === takahashi.staffId);
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' });
  mailbox = await Mailbox.open(port);
  mailbox.hear = (readable) => house.emitted.mail(readable);
  await house.wait(10);
  await house.app.post!.round();
  expect(mailbox.to(ADDRESSES.takahashi).filter(({ readable }) => readable.includes(session.id))).toEqual([]);
  mailbox.mails.unshift(...earlier);
});

describe('the address of a feed', () => {
  it('is a secret that nobody keeps: shown once, kept as a hash, and a new one ends the former', async () => {
    const { sato } = people;
    const first = await feedOf(sato);
    const token = /calendars\/(.+)\.ics$/.exec(first)![1]!;
    expect(token).toHaveLength(43);
    const kept = await house.behind('select row_to_json(f)::text as row from calendar_feed f');
    const trail = await house.behind('select body from trail');
    expect(JSON.stringify([kept, trail])).not.toContain(token);
    expect((await fetched(first)).status).toBe(200);
    const second = await feedOf(sato);
    expect((await fetched(first)).status).toBe(404);
    expect((await fetched(second)).headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    await sato.do('revokeCalendarFeed', undefined, 'revokedAt');
    expect((await fetched(second)).status).toBe(404);
  });

  it('ends with the posting of its holder', async () => {
    const { ito } = people;
    const yamada = await house.person('yamada');
    const address = await feedOf(ito);
    const { staffMember } = await ito.ask('query ($id: Uuid!) { staffMember(id: $id) { postings { id version } } }', { id: ito.staffId });
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
    for (const { id, version } of staffMember.postings) await yamada.do('endPosting', { postingId: id, version, until: today });
    expect((await fetched(address)).status).toBe(200);
    await house.travel(1);
    expect((await fetched(address)).status).toBe(404);
    await house.travel(0);
  });

  it('is not there for anyone who guesses', async () => {
    for (const path of ['x.ics', `${'a'.repeat(43)}.ics`, `${'a'.repeat(43)}`, "'; drop table trail;--.ics"])
      expect((await fetch(`${house.address}/calendars/${encodeURIComponent(path)}`)).status).toBe(404);
  });
});
