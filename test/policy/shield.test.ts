import { pino } from 'pino';
import type { Live } from '../../src/commands/scenario/live.js';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import { CLIENT_EVENTS } from '../../src/live/protocol.js';
import { agencyNamed } from '../support/consent.js';
import { ADDRESS, contact, MOBILE, SPELLINGS } from '../support/family.js';
import { House, inDays } from '../support/house.js';
import type { Operation } from './askable.js';
import { SecretWorld } from './secret-world.js';

/*
 * A case is shielded. Everyone who may know of it, and everyone who may not, asks everything that can be asked and writes the
 * address into everything that can be written. Then every byte that went out of the product is searched for it: each response with
 * its headers, each frame of a socket, each line of the log at its most talkative.
 */

// Everybody asks and writes everything: minutes on a busy machine.
import.meta.jest.setTimeout(600_000);

const AT_ONCE = 6;
/** Everyone but the key person, who writes of violence and abuse: on the case, above it, and without any sight of it. */
const LOGINS = ['suzuki', 'ito', 'takahashi', 'matsumoto', 'hayashi', 'nakamura', 'kobayashi', 'watanabe', 'kato', 'yamada'] as const;
/** What would end the sweep, and what writes beside any case: there nobody can know what is shielded. */
const LEFT_OUT = ['signOut', 'signOutEverywhere', 'closeAgency', 'endPosting', 'changePassword'];
const BESIDE_CASES = [
  'openCase',
  'addAgency',
  'addStaff',
  'addService',
  'issueToken',
  'addTotp',
  'setIdentifier',
  'postStaff',
  'renameAgency',
  'renameStaff',
  'changeNeedToKnow',
];

let house: House;
let world: SecretWorld;
let sato: Person;
const people: Person[] = [];
const sockets: Live[] = [];

/** A clerk, who writes contact data and reads nothing of violence and abuse. */
async function clerk(): Promise<void> {
  const yamada = await house.person('yamada');
  const form = { name: '林 実', kana: 'はやし みのる', login: 'hayashi', password: 'tsunagi-demo-2026' };
  const { id: staffId } = await yamada.do('addStaff', form);
  await yamada.do('postStaff', { staffId, agencyId: await agencyNamed(yamada, '生活福祉課'), profession: 'CLERK', since: inDays(0) });
}

beforeAll(async () => {
  house = await House.open({ overheard: true, hidden: false });
  world = await SecretWorld.make(house);
  const { caseId } = world.secret;
  sato = world.secret.keyPerson;
  await clerk();
  for (const login of LOGINS) people.push(await house.person(login));
  for (const person of people.slice(2, 5)) await sato.do('giveSeat', { caseId, staffId: person.staffId });
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { household { members { id relation } } } }', { id: caseId });
  const { id: memberId } = found.household.members.find(({ relation }: Json) => relation === 'SUBJECT');
  // Written down before anybody knew where the family lives; the shield is up already.
  await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: `${SPELLINGS[2]}で会った` });
  await people[4]!.do('addContactDetail', contact(memberId));
  await sato.do('addContactDetail', contact(memberId, 'MOBILE', MOBILE));
  await sato.do('writeRecord', { caseId, category: 'SAFETY', kind: 'NOTE', body: `避難先は${ADDRESS}` });
  for (const person of [...people, sato]) {
    const live = await person.listen();
    for (const event of CLIENT_EVENTS) await live.send(event, { caseId });
    await live.watch({ caseId, after: 0 });
    await live.watch({ inbox: true, after: 0 });
    sockets.push(live);
  }
});
afterAll(async () => {
  for (const live of sockets) live.close();
  await house.close();
});

/** The places where somebody writes words, with these words in them. */
function saying(words: string, given: unknown): unknown {
  if (given === 'x') return words;
  if (Array.isArray(given)) return given.map((one) => saying(words, one));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, below]) => [name, saying(words, below)]));
}

const isQuery = ({ document }: Operation) => document.startsWith('query');

async function askEverything(person: Person, operations: readonly Operation[], words: string | null): Promise<void> {
  const questions = operations.flatMap((operation) =>
    (operation.ids.has('id') ? [world.secret.caseId, ...world.samples] : [world.secret.caseId]).map((root) => ({ operation, root })),
  );
  const queue = questions.values();
  const ask = async () => {
    for (const { operation, root } of queue) {
      const variables = operation.variables((name) => (name === 'id' ? root : world.idFor(name)));
      await world.answerTo(person.token, operation.document, words === null ? variables : (saying(words, variables) as object));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}

/** The forms of the address and the number as the database knows them, searched for in these texts: whichever hold one. */
async function giveAway(texts: readonly string[]): Promise<string[]> {
  const found = await house.behind<{ words: string }>(
    `select words from unnest($1::text[]) words, (select household_forms($2) as forms) known where holds(words, forms)`,
    [texts, world.secret.ids.householdId],
  );
  const literally = texts.filter((text) => [ADDRESS, MOBILE, ...SPELLINGS].some((spelling) => text.includes(spelling)));
  return [...new Set([...found.map(({ words }) => words), ...literally])];
}

it('nothing that goes out of the product says where the family is, but to those who read of violence and abuse', async () => {
  const sweepable = world.operations.filter(({ name }) => !LEFT_OUT.includes(name));
  await askEverything(sato, sweepable.filter(isQuery), null);
  for (const [at, person] of people.entries()) {
    const written = sweepable.filter((operation) => !isQuery(operation) && !BESIDE_CASES.includes(operation.name));
    await askEverything(person, written, SPELLINGS[at % SPELLINGS.length]!);
    await askEverything(person, sweepable.filter(isQuery), null);
  }
  const emitted = house.emitted.all();
  const toSato = emitted.filter(({ token }) => token === sato.token);
  const others = emitted.filter(({ token }) => token !== sato.token);
  expect((await giveAway(toSato.map(({ text }) => text))).length).toBeGreaterThan(0);
  const through = (channel: string) => others.filter((one) => one.channel === channel);
  expect(through('response').length).toBeGreaterThan(2_000);
  expect(through('socket').filter(({ text }) => text.includes('"trail"')).length).toBeGreaterThanOrEqual(6);
  // One line for each answer, and not a single incident.
  expect(through('log').filter(({ text }) => (JSON.parse(text) as { level: number }).level >= pino.levels.values['error']!)).toEqual([]);
  expect((await giveAway([...new Set(others.map(({ text }) => text))])).map((text) => text.slice(0, 500))).toEqual([]);
});

it('no text of the case holds it either, as the database itself sees it', async () => {
  const [masking] = await house.behind<{ left: string[] }>('select mask_texts($1) as left', [world.secret.ids.householdId]);
  expect(masking!.left).toEqual([]);
});

it('a line of the log is overheard, and would have been found', async () => {
  house.app.spine.log.error({ fault: new Error(`kept at ${ADDRESS}`) }, 'an example');
  const lines = house.emitted.all().filter(({ channel }) => channel === 'log');
  expect(await giveAway(lines.map(({ text }) => text))).toHaveLength(1);
  // Said on purpose: the house need not find it again.
  expect(house.emitted.lines.pop()).toContain('an example');
});
