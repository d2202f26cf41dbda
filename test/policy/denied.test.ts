import { randomUUID } from 'node:crypto';
import type { Live } from '../../src/commands/scenario/live.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { CLIENT_EVENTS } from '../../src/live/protocol.js';
import { consentTo } from '../support/consent.js';
import { House } from '../support/house.js';
import type { Operation } from './askable.js';
import { MARK, type SecretCase } from './secret-case.js';
import { SecretWorld } from './secret-world.js';

/*
 * People who may not see a case, or not this part of it, ask for it in every way that there is: each query, each mutation,
 * each field, each event of the sockets, as the product itself lists them. What they may not see answers exactly like what
 * does not exist, and nothing of it is changed.
 */

const AT_ONCE = 6;

// Each story sweeps the whole schema: minutes on a busy machine.
import.meta.jest.setTimeout(240_000);

let house: House;
let world: SecretWorld;
let secret: SecretCase;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  world = await SecretWorld.make(house);
  secret = world.secret;
});
afterAll(() => house.close());

const isQuery = ({ document }: Operation) => document.startsWith('query');
/** Everything but what would end the sweep, can be done only once, or takes the names by which the story finds its people. */
const ONCE = ['signOut', 'signOutEverywhere', 'closeAgency', 'renameAgency', 'renameStaff', 'revokeCalendarFeed', 'requireSecondFactor'];
/** What is there for people who are not signed in yet; the stories of signing in tell what it gives away. */
const FOR_ANYBODY = ['waysIn', 'signIn', 'confirmSignIn', 'askForPasskey', 'signInWithPasskey', 'openSignInLink', 'useSignInLink'];
const sweepable = () => world.operations.filter(({ name }) => !ONCE.includes(name));

async function sweep(token: string): Promise<void> {
  const questions = sweepable().flatMap((operation) =>
    (operation.ids.has('id') ? world.samples : [secret.caseId]).map((root) => ({ operation, root })),
  );
  const queue = questions.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { operation, root } of queue) await learnsNothing(token, operation, root);
    }),
  );
}

async function learnsNothing(token: string, operation: Operation, root: string): Promise<void> {
  const { there, nowhere } = await world.compare(token, operation, world.all, root);
  const { name } = operation;
  expect({ name, leak: there.includes(MARK) ? MARK : leakedId(there, world.all) }).toEqual({ name, leak: null });
  if (world.namesSecrets(operation)) expect({ name, answer: there }).toEqual({ name, answer: nowhere });
  expect({ name, there }).toEqual({ name, there: expect.not.stringContaining('INTERNAL') });
}

const leakedId = (answer: string, secrets: ReadonlySet<string>) => [...secrets].find((id) => answer.includes(id)) ?? null;
const codeIn = (answer: string) => /"code":"\w+"/.exec(answer)?.[0];

async function ended(): Promise<Person> {
  const watanabe = await house.person('watanabe');
  await consentTo(secret.keyPerson, secret.caseId);
  const seat = await secret.keyPerson.do('giveSeat', { caseId: secret.caseId, staffId: watanabe.staffId });
  await secret.keyPerson.do('endSeat', { seatId: seat.id, version: seat.version, reason: `${MARK}の担当替え` });
  world.all.add(seat.id);
  return watanabe;
}

it('asks real questions: the key person is answered every one of them', async () => {
  const [minutes] = await house.behind<{ session_id: string }>('select session_id from minutes where case_id = $1', [secret.caseId]);
  const roots: Record<string, string | undefined> = { conferenceSession: secret.ids.sessionId, task: secret.ids.taskId };
  for (const operation of world.operations.filter(
    (one) => isQuery(one) && !['staffMember', 'agency', 'needToKnowEffect', 'examineTrail', 'recurringDays'].includes(one.name),
  )) {
    const given: Record<string, string> = { id: roots[operation.name] ?? secret.caseId, sessionId: minutes!.session_id };
    const answer = await world.answerTo(
      secret.keyPerson.token,
      operation.document,
      operation.variables((name) => given[name] ?? world.idFor(name)),
    );
    expect({ name: operation.name, answer: answer.slice(0, 300) }).toEqual({
      name: operation.name,
      answer: expect.not.stringContaining('"errors"'),
    });
  }
});

describe('someone who is not on the case', () => {
  it.each(['kato', 'yamada', 'kobayashi', 'matsumoto'])(
    '%s learns nothing from anything that can be asked, and changes nothing',
    async (login) => {
      const person = await house.person(login);
      const before = await world.contents();
      await sweep(person.token);
      expect(await world.contents()).toBe(before);
    },
  );

  it('someone whose seat has ended learns nothing either', async () => {
    const watanabe = await ended();
    const before = await world.contents();
    await sweep(watanabe.token);
    expect(await world.contents()).toBe(before);
  });

  it('someone who is not signed in gets no further than the door', async () => {
    const before = await world.contents();
    for (const { name, document, variables } of world.operations.filter((one) => !FOR_ANYBODY.includes(one.name))) {
      const answer = JSON.parse(
        await world.answerTo(
          null,
          document,
          variables((argument) => world.idFor(argument)),
        ),
      );
      expect({ name, code: answer.errors[0].extensions.code }).toEqual({ name, code: 'UNAUTHENTICATED' });
    }
    expect(await world.contents()).toBe(before);
  });
});

describe('sockets', () => {
  it('answer every event about the case like one about a case that does not exist, and stay silent while it lives', async () => {
    const live: Live[] = [];
    for (const login of ['kato', 'yamada', 'kobayashi', 'matsumoto', 'watanabe']) {
      const socket = await (await house.person(login)).listen();
      await socket.watch({ inbox: true });
      for (const event of CLIENT_EVENTS) {
        for (const after of [{}, { after: 0 }]) {
          expect(await socket.send(event, { caseId: secret.caseId, ...after })).toEqual(
            await socket.send(event, { caseId: randomUUID(), ...after }),
          );
        }
      }
      live.push(socket);
    }
    const own = await secret.keyPerson.listen();
    await own.watch({ caseId: secret.caseId });
    await secret.keyPerson.do('writeRecord', { caseId: secret.caseId, category: 'LIFE', kind: 'NOTE', body: `${MARK}の続き` });
    await own.until(() => own.pointers.length === 1);
    for (const socket of live) {
      expect(socket.pointers).toEqual([]);
      socket.close();
    }
    own.close();
  });
});

describe('a navigator on the case', () => {
  let matsumoto: Person;

  beforeAll(async () => {
    matsumoto = await house.person('matsumoto');
    await secret.keyPerson.do('giveSeat', { caseId: secret.caseId, staffId: matsumoto.staffId });
    expect((await matsumoto.ask('{ cases { id } }')).cases).toEqual([{ id: secret.caseId }]);
  });

  it('learns nothing of the parts that the work does not need, by whatever way leads to them', async () => {
    const { hidden, samples } = world;
    for (const operation of sweepable().filter(isQuery)) {
      const roots = operation.ids.has('id') ? [secret.caseId, ...samples.filter((id) => hidden.has(id))] : [secret.caseId];
      for (const root of roots) {
        const { there, nowhere } = await world.compare(matsumoto.token, operation, hidden, root);
        expect({ name: operation.name, leak: leakedId(there, hidden) }).toEqual({ name: operation.name, leak: null });
        if (hidden.has(root)) expect({ name: operation.name, answer: there }).toEqual({ name: operation.name, answer: nowhere });
      }
    }
  });

  it('changes nothing of them', async () => {
    const health = () => house.behind(`select seq from trail where case_id = $1 and category = 'HEALTH'`, [secret.caseId]);
    const before = await health();
    for (const operation of sweepable().filter((one) => !isQuery(one))) {
      const { there, nowhere } = await world.compare(matsumoto.token, operation, world.hidden, secret.caseId);
      expect({ name: operation.name, leak: leakedId(there, world.hidden) }).toEqual({ name: operation.name, leak: null });
      expect({ name: operation.name, code: codeIn(there) }).toEqual({ name: operation.name, code: codeIn(nowhere) });
    }
    expect(await health()).toEqual(before);
  });
});
