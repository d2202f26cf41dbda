import { businessDaysAfter, ORDINARY_OFFICE } from '../../src/calendar/office.js';
import { daysBetween } from '../../src/calendar/days.js';
import { reminderDay } from '../../src/calendar/reminders.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { Mailbox } from '../support/mailbox.js';

let house: House;
let mailbox: Mailbox;
let people: Circle;
let caseId: string;

const SETTINGS = { PUBLIC_URL: 'https://tsunagi.example', MAIL_FROM: 'tsunagi@city.example' };

beforeAll(async () => {
  mailbox = await Mailbox.open();
  house = await House.open({ settings: { SMTP_URL: mailbox.url.replace('//', '//post:s3cret@'), ...SETTINGS }, overheard: true });
  mailbox.hear = (readable) => house.emitted.mail(readable);
  people = await circleOf(house);
});
beforeEach(async () => {
  caseId = await openedBy(people.sato, '藤田 結衣', 'ふじた ゆい');
  await people.sato.do('giveSeat', { caseId, staffId: people.takahashi.staffId });
  await people.sato.do('giveSeat', { caseId, staffId: people.kato.staffId });
});
afterEach(async () => {
  await house.behind(`update mail_letter set status = 'DROPPED' where status in ('WAITING', 'SENDING')`);
  await house.travel(0);
  mailbox.refusing.clear();
  for (const person of [people.takahashi, people.kato]) await choose(person, 'nobody@city.example', { notices: false, invitations: false });
});
afterAll(async () => {
  await house.close();
  await mailbox.close();
});

const offered = (owner: Person, more: object = {}) =>
  people.sato.do('offerTask', {
    caseId,
    category: 'LIFE',
    what: '藤田さんの保育園に連絡する',
    owner: { kind: 'STAFF', staffId: owner.staffId },
    dueOn: inDays(20),
    ...more,
  });

const choose = (person: Person, address: string, more: object = {}) => person.do('chooseMail', { address, ...more });

const sent = (act: () => Promise<unknown>) => mailbox.sentFor(act, () => house.app.post!.round());

it('whoever chose it is told that something waits for them, once, with a link and nothing about the family', async () => {
  const { takahashi, kato } = people;
  expect(await sent(() => offered(takahashi))).toEqual([]);
  await choose(takahashi, 'takahashi@city.example');
  const [mail, ...others] = await sent(() => offered(takahashi));
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: 'takahashi@city.example', subject: '【つなぎ】対応事項の依頼が届いています。' });
  expect(mail!.text).toContain('https://tsunagi.example/');
  for (const word of ['藤田', '結衣', '保育園', caseId]) expect(mail!.readable).not.toContain(word);
  expect(await sent(async () => undefined)).toEqual([]);

  await choose(takahashi, 'takahashi@city.example', { notices: false });
  await choose(kato, 'kato@city.example');
  expect((await sent(() => offered(takahashi).then(() => offered(kato)))).map(({ to }) => to)).toEqual(['kato@city.example']);
});

it('whoever may not see it any more at the moment of sending gets nothing', async () => {
  const { takahashi, sato } = people;
  await choose(takahashi, 'takahashi@city.example');
  const { port } = mailbox;
  await mailbox.close();
  const task = await offered(takahashi);
  await house.app.post!.round();
  await sato.do('withdrawTask', { taskId: task.id, version: task.version, reason: '不要になった' });
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', { id: caseId });
  const seat = found.seats.find(({ staffId }: { staffId: string }) => staffId === takahashi.staffId);
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' });
  mailbox = await Mailbox.open(port);
  mailbox.hear = (readable) => house.emitted.mail(readable);
  await house.wait(3);
  await house.app.post!.round();
  expect(mailbox.mails).toEqual([]);
  expect(await house.behind('select status from mail_letter order by written_at desc limit 1')).toEqual([{ status: 'DROPPED' }]);
});

it('a mail server that is not there loses nothing: what waited goes out when it is back', async () => {
  const { takahashi } = people;
  await choose(takahashi, 'takahashi@city.example');
  const { port } = mailbox;
  await mailbox.close();
  await offered(takahashi);
  await offered(takahashi);
  await house.app.post!.round();
  mailbox = await Mailbox.open(port);
  mailbox.hear = (readable) => house.emitted.mail(readable);
  await house.app.post!.round();
  expect(mailbox.mails).toEqual([]);
  await house.wait(3);
  await house.app.post!.round();
  expect(mailbox.mails).toHaveLength(2);
});

it('an address that refuses holds up nobody else: for a while it is asked again, later and later; for good it is given up', async () => {
  const { takahashi, kato } = people;
  await choose(takahashi, 'takahashi@city.example');
  await choose(kato, 'kato@city.example');
  mailbox.refusing.set('takahashi@city.example', 451);
  const mails = await sent(() => offered(takahashi).then(() => offered(kato)));
  expect(mails.map(({ to }) => to)).toEqual(['kato@city.example']);

  expect(await sent(() => house.wait(3))).toEqual([]);
  mailbox.refusing.clear();
  expect(await sent(() => house.wait(3))).toEqual([]);
  expect((await sent(() => house.wait(2))).map(({ to }) => to)).toEqual(['takahashi@city.example']);

  mailbox.refusing.set('takahashi@city.example', 550);
  await sent(() => offered(takahashi));
  expect(await house.behind(`select problem, tries from mail_letter where status = 'FAILED'`)).toEqual([{ problem: '550', tries: 1 }]);
  mailbox.refusing.clear();
  expect(await sent(() => house.wait(300))).toEqual([]);
});

it('what a process left behind in the middle is sent again under the same message id, so that twice is told apart', async () => {
  const { takahashi } = people;
  await choose(takahashi, 'takahashi@city.example');
  const [first] = await sent(() => offered(takahashi));
  // The mail server had taken it, and the process ended before it was noted.
  await house.behind(
    `update mail_letter set status = 'SENDING', sent_at = null, next_try_at = tsunagi_now() + interval '5 minutes'
    where id = $1`,
    [first!.messageId.slice(1, 37)],
  );
  expect(await sent(async () => undefined)).toEqual([]);
  const [again] = await sent(() => house.wait(6));
  expect(again!.messageId).toBe(first!.messageId);
});

it('neither addresses, nor the password of the mail server, nor what a mail says stands in the log or the trail', async () => {
  const { takahashi } = people;
  await choose(takahashi, 'takahashi@city.example');
  mailbox.refusing.set('takahashi@city.example', 451);
  await sent(() => offered(takahashi));
  const logged = house.emitted.all().filter(({ channel }) => channel === 'log');
  expect(logged.some(({ text }) => text.includes('could not be handed over'))).toBe(true);
  const trail = JSON.stringify(await house.behind('select body from trail'));
  for (const secret of ['takahashi@city.example', 's3cret', '対応事項の依頼'])
    expect({ secret, logged: logged.filter(({ text }) => text.includes(secret)), trail: trail.includes(secret) }).toEqual({
      secret,
      logged: [],
      trail: false,
    });
});

it('a reminder comes once on its morning, for what is still to be done', async () => {
  const { takahashi } = people;
  const dueOn = businessDaysAfter(inDays(7), 1);
  const task = await offered(takahashi, { dueOn });
  await takahashi.do('acceptTask', { taskId: task.id, version: task.version });
  const on = reminderDay(dueOn, 'DAY_BEFORE', ORDINARY_OFFICE);
  const clock = new Date(Date.now() + 9 * 3_600_000);
  const untilNine = (9 * 60 - clock.getUTCHours() * 60 - clock.getUTCMinutes()) / 1_440;
  await choose(takahashi, 'takahashi@city.example', { reminders: ['DAY_BEFORE'] });

  const morning = daysBetween(inDays(0), on) + untilNine;
  expect(await sent(() => house.travel(morning - 1))).toEqual([]);
  expect(await sent(() => house.travel(morning - 2 / 24))).toEqual([]);
  const [mail, ...others] = await sent(() => house.travel(morning));
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ subject: '【つなぎ】期限の近い対応事項が1件あります' });
  expect(mail!.text).toContain(dueOn);
  expect(mail!.readable).not.toContain('藤田');
  expect(await sent(() => house.wait(60))).toEqual([]);
});

it('at a screen that was left open nobody has mail sent elsewhere: links for signing in go the same way', async () => {
  const left = await house.person('takahashi');
  await choose(left, 'takahashi@city.example');
  await house.wait(40);
  expect(await refusalOf(choose(left, 'thief@evil.example'))).toMatchObject({ code: 'FORBIDDEN' });
  await choose(left, 'takahashi@city.example', { notices: false });
});

it('an address that is none is refused', async () => {
  for (const address of ['takahashi', 'a@b', 'a b@city.example', 'a@city.example, b@city.example', 'a@city.example\nBcc: c@d.example'])
    expect(await refusalOf(choose(people.takahashi, address))).toMatchObject({ code: 'INVALID' });
});
