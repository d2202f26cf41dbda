import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Live } from '../../src/commands/scenario/live.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { CLIENT_EVENTS } from '../../src/live/protocol.js';
import { House } from '../support/house.js';
import { operationsOf, schemaOf, type Operation } from './askable.js';
import { MARK, tellSecrets, type SecretCase } from './secret-case.js';

/*
 * People who may not see a case, or not this part of it, ask for it in every way that there is: each query, each mutation,
 * each field, each event of the sockets, as the product itself lists them. What they may not see answers exactly like what
 * does not exist, and nothing of it is changed.
 */

let house: House;
let secret: SecretCase;
let schema: GraphQLSchema;
let operations: Operation[];
/** The ids of all rows of the case that a navigator on it has no need to know. */
let hidden: Set<string>;
/** The ids of all rows of the case. */
let all: Set<string>;
let known: Record<string, string>;
/** One row of every table. */
let samples: string[];

const AT_ONCE = 6;

/** Every table that holds rows of a case, and the column that says of which case or household. */
const TABLES = `
  select table_name as name, min(column_name) as key from information_schema.columns
   where table_schema = 'public' and column_name in ('case_id', 'household_id') and table_name <> 'trail' group by 1 order by 1`;

beforeAll(async () => {
  house = await House.open();
  secret = await tellSecrets(house);
  schema = await schemaOf(secret.keyPerson);
  operations = operationsOf(schema);
  const sato = secret.keyPerson;
  const { agencies, staffMember } = await sato.ask('query ($id: Uuid!) { agencies { id } staffMember(id: $id) { postings { id } } }', {
    id: sato.staffId,
  });
  const agencyId = agencies[0].id;
  known = { staffId: sato.staffId, agencyId, homeAgencyId: agencyId, parentId: agencyId, postingId: staffMember.postings[0].id };
  all = new Set(await idsOf(() => true));
  samples = (await tablesOfRows()).map(([first]) => first!.id);
  hidden = new Set(await idsOf((category) => !['COORDINATION', 'EMPLOYMENT', 'EDUCATION', 'CONSULTATION', 'IDENTITY'].includes(category)));
});
afterAll(() => house.close());

async function tablesOfRows(): Promise<{ id: string; category: string }[][]> {
  const tables = await house.behind<{ name: string; key: string }>(TABLES);
  const found = await Promise.all(
    tables.map(({ name, key }) =>
      house.behind<{ id: string; category: string }>(`select * from ${name} where ${key} = $1 order by id`, [
        key === 'case_id' ? secret.caseId : secret.ids.householdId,
      ]),
    ),
  );
  return found.filter((rowsOfTable) => rowsOfTable.length > 0);
}

const rows = async () => (await tablesOfRows()).flat();

const idsOf = async (which: (category: string) => boolean) => (await rows()).flatMap(({ id, category }) => (which(category) ? [id] : []));

/** Everything of the case as the database holds it, its trail included. */
const contents = async () =>
  JSON.stringify([await rows(), await house.behind('select seq from trail where case_id = $1', [secret.caseId])]);

async function answerTo(token: string | null, document: string, variables: object): Promise<string> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: document, variables }),
  });
  return response.text();
}

/** The id for an argument: of the secret case, of the public directory, or the argument's name is new and has to be named here. */
function idFor(name: string, stand: (secretId: string) => string): string {
  if (name === 'commandId') return randomUUID();
  if (known[name] !== undefined) return known[name];
  const secretId = name === 'id' ? secret.caseId : secret.ids[name];
  if (secretId === undefined) throw new Error(`No row of the secret case is known as ${name}: add one to secret-case.ts.`);
  return stand(secretId);
}

const plain = (answer: string, sent: Iterable<string>) => [...sent].reduce((text, id) => text.replaceAll(id, '<id>'), answer);

/** Asks for the secret rows, then for rows that do not exist. Both answers, with the ids that were sent taken out. */
async function compare(
  token: string | null,
  operation: Operation,
  mayNotSee: ReadonlySet<string>,
  root: string,
): Promise<{ secret: string; nowhere: string; raw: string }> {
  const sent = new Set<string>();
  const note = (id: string) => (sent.add(id), id);
  const forSecret = operation.variables((name) => note(name === 'id' ? root : idFor(name, (id) => id)));
  const forNowhere = operation.variables((name) =>
    note(name === 'id' ? (mayNotSee.has(root) ? randomUUID() : root) : idFor(name, (id) => (mayNotSee.has(id) ? randomUUID() : id))),
  );
  const raw = await answerTo(token, operation.document, forSecret);
  const nowhere = await answerTo(token, operation.document, forNowhere);
  return { raw: plain(raw, sent), secret: plain(raw, sent), nowhere: plain(nowhere, sent) };
}

async function sweep(token: string, mayNotSee: ReadonlySet<string>): Promise<void> {
  const questions = operations
    .filter(({ name }) => !name.startsWith('signOut'))
    .flatMap((operation) => (operation.ids.has('id') ? samples : [secret.caseId]).map((root) => ({ operation, root })));
  const queue = questions.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { operation, root } of queue) await learnsNothing(token, operation, root, mayNotSee);
    }),
  );
}

async function learnsNothing(token: string, operation: Operation, root: string, mayNotSee: ReadonlySet<string>): Promise<void> {
  const { secret: seen, nowhere, raw } = await compare(token, operation, mayNotSee, root);
  const { name } = operation;
  expect({ name, leak: leak(raw, mayNotSee) }).toEqual({ name, leak: null });
  if (namesSecrets(operation)) expect({ name, answer: seen }).toEqual({ name, answer: nowhere });
  expect({ name, raw }).toEqual({ name, raw: expect.not.stringContaining('INTERNAL') });
}

/** Whether any argument names a row of the case, rather than of the directory. */
const namesSecrets = ({ ids }: Operation) => [...ids].some((name) => name !== 'commandId' && known[name] === undefined);

/** The first sign of something secret in an answer. */
function leak(answer: string, mayNotSee: ReadonlySet<string>): string | null {
  if (mayNotSee === all && answer.includes(MARK)) return answer;
  return [...mayNotSee].find((id) => answer.includes(id)) ?? null;
}

async function ended(): Promise<Person> {
  const watanabe = await house.person('watanabe');
  const seat = await secret.keyPerson.do('giveSeat', { caseId: secret.caseId, staffId: watanabe.staffId });
  await secret.keyPerson.do('endSeat', { seatId: seat.id, version: seat.version, reason: `${MARK}の担当替え` });
  all.add(seat.id);
  return watanabe;
}

it('asks real questions: the key person is answered every one of them', async () => {
  for (const operation of operations.filter(
    ({ document, name }) => document.startsWith('query') && name !== 'staffMember' && name !== 'agency',
  )) {
    const root = { conferenceSession: secret.ids.sessionId, task: secret.ids.taskId }[operation.name] ?? secret.caseId;
    const closed = (await house.behind<{ id: string }>(`select session_id as id from minutes where case_id = $1`, [secret.caseId]))[0]!.id;
    const variables = operation.variables((name) => (name === 'id' ? root : name === 'sessionId' ? closed : idFor(name, (id) => id)));
    expect({
      operation: operation.name,
      answer: (await answerTo(secret.keyPerson.token, operation.document, variables)).slice(0, 300),
    }).toEqual({
      operation: operation.name,
      answer: expect.not.stringContaining('"errors"'),
    });
  }
});

describe('someone who is not on the case', () => {
  it.each(['kato', 'yamada', 'kobayashi', 'matsumoto'])(
    '%s learns nothing from anything that can be asked, and changes nothing',
    async (login) => {
      const person = await house.person(login);
      const before = await contents();
      await sweep(person.token, all);
      expect(await contents()).toBe(before);
    },
  );

  it('someone whose seat has ended learns nothing either', async () => {
    const watanabe = await ended();
    const before = await contents();
    await sweep(watanabe.token, all);
    expect(await contents()).toBe(before);
  });

  it('someone who is not signed in gets no further than the door', async () => {
    const before = await contents();
    for (const operation of operations.filter(({ name }) => name !== 'signIn')) {
      const answer = JSON.parse(
        await answerTo(
          null,
          operation.document,
          operation.variables((name) => (name === 'id' ? secret.caseId : idFor(name, (id) => id))),
        ),
      );
      expect({ operation: operation.name, code: answer.errors[0].extensions.code, data: answer.data }).toMatchObject({
        operation: operation.name,
        code: 'UNAUTHENTICATED',
      });
    }
    expect(await contents()).toBe(before);
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
  it('learns nothing of the parts that the work does not need, by whatever way leads to them', async () => {
    const matsumoto = await house.person('matsumoto');
    await secret.keyPerson.do('giveSeat', { caseId: secret.caseId, staffId: matsumoto.staffId });
    const reading = operations.filter(({ document }) => document.startsWith('query'));
    expect((await matsumoto.ask('{ cases { id } }')).cases).toEqual([{ id: secret.caseId }]);
    for (const operation of reading) {
      for (const root of [secret.caseId, ...samples.filter((id) => hidden.has(id))]) {
        const { secret: seen, nowhere, raw } = await compare(matsumoto.token, operation, hidden, root);
        expect({ operation: operation.name, leak: leak(raw, hidden) }).toEqual({ operation: operation.name, leak: null });
        if (hidden.has(root)) expect({ operation: operation.name, answer: seen }).toEqual({ operation: operation.name, answer: nowhere });
        if (!operation.ids.has('id')) break;
      }
    }
    const before = await house.behind(`select seq from trail where case_id = $1 and category = 'HEALTH'`, [secret.caseId]);
    for (const operation of operations.filter(({ document, name }) => document.startsWith('mutation') && !name.startsWith('signOut'))) {
      const { secret: seen, nowhere, raw } = await compare(matsumoto.token, operation, hidden, secret.caseId);
      expect({ operation: operation.name, leak: leak(raw, hidden) }).toEqual({ operation: operation.name, leak: null });
      expect({ operation: operation.name, answer: /"code":"\w+"/.exec(seen)?.[0] }).toEqual({
        operation: operation.name,
        answer: /"code":"\w+"/.exec(nowhere)?.[0],
      });
    }
    expect(await house.behind(`select seq from trail where case_id = $1 and category = 'HEALTH'`, [secret.caseId])).toEqual(before);
  });
});
