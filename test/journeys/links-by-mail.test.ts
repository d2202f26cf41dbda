import { DEMO_PASSWORD } from '../../src/demo/people.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { Mailbox, type Mail } from '../support/mailbox.js';
import { Browser } from '../support/ways-in.js';

/* Links for a first sign-in, and for whoever forgot their password, on their way by mail. */

let house: House;
let mailbox: Mailbox;
let yamada: Person;
let agencyId: string;
beforeAll(async () => {
  mailbox = await Mailbox.open();
  house = await House.open({ settings: { SMTP_URL: mailbox.url, PUBLIC_URL: 'https://tsunagi.example' }, overheard: true });
  mailbox.hear = (readable) => house.emitted.mail(readable);
  yamada = await house.person('yamada');
  const { agencies } = await yamada.ask('{ agencies { id name } }');
  agencyId = agencies.find(({ name }: { name: string }) => name === '子ども家庭支援センター').id;
});
afterAll(async () => {
  await house.close();
  await mailbox.close();
});

const PASSWORD = '茶碗と梯子と緑の切符を三枚下さい';
const USE = 'mutation ($token: String!, $password: NewPassword!) { useSignInLink(token: $token, password: $password) { step } }';
const employed = async (name: string, login: string): Promise<string> => {
  const { id: staffId } = await yamada.do('addStaff', { name, kana: 'しんじん', login });
  await yamada.do('postStaff', { staffId, agencyId, profession: 'CLERK', since: inDays(0) });
  return staffId;
};
const mailed = (staffId: string, more: object = {}) => yamada.do('makeSignInLink', { staffId, byMail: true, ...more }, 'address');
const tokenIn = ({ text }: Mail) => /https:\/\/tsunagi\.example\/welcome#([\w-]{43})/.exec(text)![1]!;
const follow = (token: string) => new Browser(house).ask(USE, { token, password: PASSWORD });

const sent = (act: () => Promise<unknown>) => mailbox.sentFor(act, () => house.app.post!.round());

it('a new colleague gets it where the administrator says, nobody else sees it, and it lies nowhere in the clear', async () => {
  const staffId = await employed('新田 朋子', 'nitta');
  let answer: { address: string | null } | undefined;
  const [mail, ...others] = await sent(async () => (answer = await mailed(staffId, { mailTo: 'nitta@city.example' })));
  expect(answer).toEqual({ address: null });
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: 'nitta@city.example', subject: '【つなぎ】サインイン用のリンク' });
  const token = tokenIn(mail!);

  const kept = JSON.stringify([
    await house.behind(`select encode(link_letter, 'escape') as letter, link_hash from account where staff_id = $1`, [staffId]),
    await house.behind('select * from mail_letter'),
    await house.behind('select body from trail'),
    house.emitted.all().filter(({ channel }) => channel === 'log'),
  ]);
  for (const secret of [token, 'nitta@city.example']) expect(kept).not.toContain(secret);

  expect(await follow(token)).toEqual({ useSignInLink: { step: 'DONE' } });
  expect(await house.behind('select link_letter, link_hash from account where staff_id = $1', [staffId])).toEqual([
    { link_letter: null, link_hash: null },
  ]);
});

it('whoever forgot their password gets it where they have said that their mail goes; where nobody knows that, it is asked for', async () => {
  const [takahashi, kato] = [await house.person('takahashi'), await house.person('kato')];
  await takahashi.do('chooseMail', { address: 'takahashi@city.example', notices: false, invitations: false });
  const mails = await sent(() => mailed(takahashi.staffId));
  expect(mails.map(({ to }) => to)).toEqual(['takahashi@city.example']);
  expect(await follow(tokenIn(mails[0]!))).toEqual({ useSignInLink: { step: 'DONE' } });
  expect(await refusalOf(mailed(kato.staffId))).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'input.mailTo', code: 'REQUIRED' }],
  });
  expect(await refusalOf(mailed(kato.staffId, { mailTo: 'kato@city.example\r\nBcc: x@evil.example' }))).toMatchObject({ code: 'INVALID' });
});

it('one that was mailed is worth nothing once its owner has changed their password', async () => {
  const kobayashi = await house.person('kobayashi');
  const [mail] = await sent(() => mailed(kobayashi.staffId, { mailTo: 'kobayashi@city.example' }));
  await kobayashi.do('changePassword', { current: DEMO_PASSWORD, next: PASSWORD }, 'id');
  expect(await follow(tokenIn(mail!))).toMatchObject({ code: 'NOT_FOUND' });
});

it('one that waits for the mail server is not mailed any more when another was handed over meanwhile', async () => {
  const staffId = await employed('新山 次郎', 'niiyama');
  mailbox.refusing.set('niiyama@city.example', 451);
  expect(await sent(() => mailed(staffId, { mailTo: 'niiyama@city.example' }))).toEqual([]);
  const { address } = await yamada.do('makeSignInLink', { staffId }, 'address');
  mailbox.refusing.clear();
  expect(await sent(() => house.wait(5))).toEqual([]);
  expect(await follow(address.split('#')[1])).toEqual({ useSignInLink: { step: 'DONE' } });
  await house.travel(0);
});

it('where no mail goes out, the link is handed over', async () => {
  const plain = await House.open();
  try {
    const administrator = await plain.person('yamada');
    const { waysIn, me } = await administrator.ask('{ waysIn { mail } me { id } }');
    expect(waysIn).toEqual({ mail: false });
    const byMail = administrator.do('makeSignInLink', { staffId: me.id, byMail: true, mailTo: 'x@city.example' }, 'address');
    expect(await refusalOf(byMail)).toMatchObject({ code: 'CONFLICT', message: 'No mail server is set.' });
    expect(await administrator.do('makeSignInLink', { staffId: me.id }, 'address')).toEqual({
      address: expect.stringContaining('/welcome#'),
    });
  } finally {
    await plain.close();
  }
});
