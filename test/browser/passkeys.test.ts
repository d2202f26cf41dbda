import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { Person } from '../../src/commands/scenario/person.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { Authenticator, makePasskey, showPasskey, siteOf } from '../support/authenticator.js';
import { Desks } from '../support/desks.js';
import { House } from '../support/house.js';
import { Browser, freePort } from '../support/ways-in.js';

/*
 * Passkeys in a real browser, whose authenticator is Chromium's virtual one. They belong to a name, so the product is reached as
 * localhost here; a site of the same name, on another port, stands for one that imitates it.
 */

let house: House;
let desks: Desks;
let home: string;
let imitation: string;
const imitator = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<title>つなぎ</title>'));

beforeAll(async () => {
  const port = await freePort();
  home = `http://localhost:${port}`;
  house = await House.open({ settings: { PORT: String(port), PUBLIC_URL: home, BROWSER_OPERATIONS: 'any' } });
  desks = await Desks.open(house);
  imitator.listen(0, '127.0.0.1');
  await once(imitator, 'listening');
  imitation = `http://localhost:${(imitator.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await desks?.close();
  await house?.close();
  imitator.close();
});

const outOf = async (page: Page) => {
  // The line is cut before the page is left: what follows is done on the page that follows.
  const left = page.waitForEvent('load');
  await page.getByRole('button', { name: 'サインアウト', exact: true }).click();
  await left;
  await page.getByLabel('ログイン名').waitFor();
};

async function withPassword(page: Page, login: string): Promise<void> {
  await page.getByLabel('ログイン名').fill(login);
  await page.getByLabel('パスワード', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'サインイン', exact: true }).click();
}

it('a passkey is made at the desk, asked for after the password, signs in by itself, and is taken away again', async () => {
  const { page, context } = await desks.window();
  const authenticator = await Authenticator.of(page);
  const account = () => page.getByRole('link', { name: /佐藤/ }).click();
  await page.goto(home);
  await withPassword(page, 'sato');
  await account();
  await page.getByRole('button', { name: 'パスキーを使う' }).click();
  await page.getByRole('button', { name: '控えました' }).click();
  await page.getByText('回復コードの残り 10個').waitFor();
  expect(await authenticator.passkeys()).toHaveLength(1);

  await outOf(page);
  await withPassword(page, 'sato');
  await page.getByRole('heading', { name: 'もう一段階の確認' }).waitFor();
  await page.getByRole('button', { name: 'パスキーを使う' }).click();
  await account();
  await page.getByText('パスワード＋パスキー・').waitFor();

  await outOf(page);
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await account();
  await page.getByText(/^パスキー・.*から・/).waitFor();

  await page.getByRole('button', { name: 'この端末を外す' }).click();
  await page.getByText('まだ設定していません。').waitFor();
  await outOf(page);
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await page.getByText('コードが違うか、すでに使われています。').waitFor();
  await withPassword(page, 'sato');
  await page.getByRole('link', { name: /佐藤/ }).waitFor();
  await context.close();
});

describe('what a passkey answers', () => {
  let page: Page;
  let authenticator: Authenticator;
  let takahashi: Person;

  beforeAll(async () => {
    ({ page } = await desks.window());
    authenticator = await Authenticator.of(page);
    takahashi = await house.person('takahashi');
    await page.goto(home);
    const { offerPasskey: offered } = await takahashi.ask('mutation { offerPasskey { options question } }');
    const answer = await makePasskey(page, offered.options);
    await takahashi.do('addPasskey', { name: '庁内の端末', question: offered.question, answer }, 'factorId');
  });
  afterAll(() => page?.context().close());

  const asked = async (): Promise<{ options: string; question: string }> =>
    (await new Browser(house).ask('mutation { askForPasskey { options question } }')).askForPasskey;
  const send = (question: string, answer: string) =>
    new Browser(house).ask(
      'mutation ($question: String!, $answer: String!) { signInWithPasskey(question: $question, answer: $answer) { step staffId } }',
      { question, answer },
    );
  const isIn = () => ({ signInWithPasskey: { step: 'DONE', staffId: takahashi.staffId } });
  const REFUSED = { code: 'UNAUTHENTICATED' };

  it('phishing: to a site that imitates this one opens nothing here', async () => {
    const { options, question } = await asked();
    await page.goto(imitation);
    const stolen = await showPasskey(page, options);
    expect(siteOf(stolen)).toBe(imitation);
    expect(await send(question, stolen)).toMatchObject(REFUSED);
    await page.goto(home);
    expect(await send(question, await showPasskey(page, options))).toEqual(isIn());
  });

  it('passkey replay: opens once, and fits no other question', async () => {
    const [mine, another] = [await asked(), await asked()];
    const answer = await showPasskey(page, mine.options);
    expect(await send(another.question, answer)).toMatchObject(REFUSED);
    expect(await send(mine.question, answer)).toEqual(isIn());
    expect(await send(mine.question, answer)).toMatchObject(REFUSED);
  });

  it('stolen device: is worth nothing without the finger, the face or the number of its holder', async () => {
    const { options, question } = await asked();
    await authenticator.answersFor(false);
    const lenient = JSON.stringify({ ...JSON.parse(options), userVerification: 'discouraged' });
    expect(await send(question, await showPasskey(page, lenient))).toMatchObject(REFUSED);
    await authenticator.answersFor(true);
  });

  it('copied passkey: is refused when it counts from before', async () => {
    await authenticator.becomeOldCopy();
    const { options, question } = await asked();
    expect(await send(question, await showPasskey(page, options))).toMatchObject(REFUSED);
  });
});
