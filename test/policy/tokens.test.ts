import type { Person } from '../../src/commands/scenario/person.js';
import { House } from '../support/house.js';
import type { Operation } from './askable.js';
import { MARK } from './secret-case.js';
import { SecretWorld } from './secret-world.js';

/* Tokens that leaked: everything that the schema offers, asked with one of the key person's own that is narrowed. */

import.meta.jest.setTimeout(240_000);

let house: House;
let world: SecretWorld;
let keyPerson: Person;
beforeAll(async () => {
  house = await House.open({ hidden: false });
  world = await SecretWorld.make(house);
  ({ keyPerson } = world.secret);
});
afterAll(() => house.close());

/** What there is for people who are not signed in: with a token, it signs in nobody and changes nothing either. */
const FOR_ANYBODY = ['signIn', 'confirmSignIn', 'askForPasskey', 'signInWithPasskey', 'openSignInLink', 'useSignInLink'];
/** What can be a step of signing in as well: with a ticket that is none, it is answered like one that came too late. */
const WITH_A_TICKET = ['offerTotp', 'offerPasskey', 'addTotp', 'addPasskey'];
const isMutation = ({ document, name }: Operation) => document.startsWith('mutation') && !FOR_ANYBODY.includes(name);
const issued = async (input: object): Promise<string> =>
  (await keyPerson.do('issueToken', { name: '夜間の写し', days: 1, ...input }, 'token')).token;
const asked = async (token: string, { document, variables }: Operation) =>
  JSON.parse(
    await world.answerTo(
      token,
      document,
      variables((name) => world.idFor(name)),
    ),
  );

it('one that only reads changes nothing, whichever of the mutations is tried', async () => {
  const token = await issued({ access: 'READ', subjects: [] });
  const mutations = world.operations.filter(isMutation);
  const kept = () => house.behind(`select count(*)::int as entries, max(seq)::int as last from trail`);
  const [before, trail] = [await world.contents(), await kept()];
  expect(mutations.length).toBeGreaterThan(100);
  for (const operation of mutations) {
    const { errors } = await asked(token, operation);
    expect({ name: operation.name, code: errors?.[0]?.extensions.code }).toEqual({
      name: operation.name,
      code: expect.stringMatching(
        WITH_A_TICKET.includes(operation.name) ? /^UNAUTHENTICATED$/ : /^(FORBIDDEN|NOT_FOUND|INVALID|CONFLICT)$/,
      ),
    });
  }
  expect(await world.contents()).toBe(before);
  expect(await kept()).toEqual(trail);
});

it('one that reaches the directory alone shows nothing of a case, whatever is asked', async () => {
  const token = await issued({ access: 'WRITE', subjects: ['Agency', 'Staff', 'Posting'] });
  for (const operation of world.operations.filter((one) => !isMutation(one) && !FOR_ANYBODY.includes(one.name))) {
    const answer = JSON.stringify(await asked(token, operation));
    expect({ name: operation.name, tells: answer.includes(MARK) }).toEqual({ name: operation.name, tells: false });
    expect({ name: operation.name, answer }).toEqual({ name: operation.name, answer: expect.not.stringContaining('INTERNAL') });
  }
});
