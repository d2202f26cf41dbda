import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Person } from '../../src/commands/scenario/person.js';
import { shapeOf, type Type } from '../../src/database/shape.js';
import { SupportCase } from '../../src/modules/cases/support-case.entity.js';
import { Task } from '../../src/modules/tasks/task.entity.js';
import { House } from '../support/house.js';
import { tellSecrets, type SecretCase } from './secret-case.js';

/*
 * A question of which nothing has to be computed leaves as the database wrote it. Beside `__typename` it goes through the executor field by field: whatever
 * is asked, and whoever asks, both ways answer the same and leave the same in the access log.
 */

let house: House;
let secret: SecretCase;
let people: readonly Person[];
beforeAll(async () => {
  house = await House.open({ hidden: false });
  secret = await tellSecrets(house);
  people = [secret.keyPerson, await house.person('suzuki'), await house.person('ito'), await house.person('kato')];
});
afterAll(() => house.close());

const some = <T>(list: T[], most: number, least = 0) =>
  fc.subarray(list, { minLength: Math.min(least, list.length), maxLength: Math.min(most, list.length) });

/** A selection of a type: some of its columns, some of its links with a selection of theirs, some under another name. */
function selections(type: Type, depth: number): fc.Arbitrary<string> {
  const { columns, links, tallies } = shapeOf(type);
  const named = (name: string) => fc.constantFrom(name, `other${name}: ${name}`);
  const leaves = some([...columns], 8, 1).chain((names) => fc.tuple(...names.map(named)));
  const below = some(depth > 0 ? [...links] : [], 3).chain((chosen) =>
    fc.tuple(...chosen.map(([name, { to }]) => selections(to(), depth - 1).map((inner) => `${name} { ${inner} }`))),
  );
  const counted = [...tallies].map(([name, { facts }]) => `${name} { ${Object.keys(facts).join(' ')} }`);
  return fc.tuple(leaves, below, fc.subarray(counted)).map((parts) => parts.flat().join(' '));
}

const questions = () =>
  fc.oneof(
    selections(SupportCase, 3).map((inner) => `case(id: "${secret.caseId}") { ${inner} }`),
    selections(SupportCase, 2).map((inner) => `cases(order: NEXT_DUE) { ${inner} }`),
    selections(Task, 2).map((inner) => `tasks { ${inner} }`),
  );

/** What is answered, or how it is refused, and what the access log keeps of it. */
async function told(person: Person, question: string) {
  await house.app.spine.accessLog.flush();
  const [{ count: before }] = await house.behind('select count(*)::int as count from access_log');
  const answer: unknown = await person.ask(`{ asked: ${question} }`).catch((fault: Error) => fault.message);
  await house.app.spine.accessLog.flush();
  const lines = await house.behind(
    'select about_type, about_id, case_id, category, fields, operation, seen_as, access_id from access_log order by at, about_type, about_id, fields offset $1',
    [before],
  );
  return { answer, lines };
}

it('answers and logs the same as field by field', async () => {
  let answered = 0;
  let logged = 0;
  await fc.assert(
    fc.asyncProperty(questions(), fc.constantFrom(0, 1, 2, 3), async (question, who) => {
      const person = people[who]!;
      const written = await told(person, question);
      const walked = await told(person, `${question} __typename`);
      const isRefused = typeof walked.answer === 'string';
      expect(written.answer).toEqual(isRefused ? walked.answer : { asked: (walked.answer as { asked: unknown }).asked });
      expect(isDeepStrictEqual(sorted(written.lines), sorted(walked.lines))).toBe(true);
      answered += typeof written.answer === 'string' ? 0 : 1;
      logged += written.lines.length;
    }),
    { numRuns: 60 },
  );
  expect(answered).toBeGreaterThan(20);
  expect(logged).toBeGreaterThan(20);
});

const sorted = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).sort();

it('leaves as the database wrote it, between rows with a line of its own', async () => {
  const sent = async (query: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret.keyPerson.token}` };
    const answer = await fetch(`${house.address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return answer.text();
  };
  const question = `case(id: "${secret.caseId}") { seats { id since } }`;
  const [written, walked] = [await sent(`{ ${question} }`), await sent(`{ ${question} __typename }`)];
  expect(written).toContain('}, \n {');
  expect(walked).not.toContain('\n {');
  expect(JSON.parse(written).data.case).toEqual(JSON.parse(walked).data.case);
  expect(JSON.parse(written).extensions.cost.spent).toBe(JSON.parse(walked).extensions.cost.spent - 1);
});

it('takes the ordinary way wherever something has to be computed', async () => {
  const [fragment, computed] = [
    'fragment more on SupportCase { __typename tasks { what @skip(if: true) id } }',
    'can(action: revise) { allowed }',
  ];
  const question = `{ case(id: "${secret.caseId}") { number again: number ${computed} taskTally { left: open } ...more } } ${fragment}`;
  const { case: row } = await secret.keyPerson.ask(question);
  expect(row).toMatchObject({
    again: row.number,
    can: { allowed: true },
    taskTally: { left: expect.any(Number) },
    __typename: 'SupportCase',
  });
  expect(row.tasks.length).toBeGreaterThan(0);
  expect(Object.keys(row.tasks[0])).toEqual(['id']);
});
