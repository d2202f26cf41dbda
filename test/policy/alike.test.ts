import fc from 'fast-check';
import { Ability } from '../../src/permissions/ability.js';
import { remaining } from '../../src/permissions/alike.js';
import type { Grant } from '../../src/permissions/rules.js';
import { grants, ROWS } from '../support/grants.js';

/* On sockets one person is asked for all who are alike. So those who are taken to be alike have to be answered alike, about every row. */

it('answers alike about every row of a scope whoever has the same grants left in it', () => {
  let alike = 0;
  fc.assert(
    fc.property(grants, grants, fc.constantFrom(...ROWS), (ones, others, { category, version }) => {
      const scope = { category, version };
      if (remaining(ones, scope) !== remaining(others, scope)) return;
      alike += 1;
      const [one, other] = [new Ability(ones), new Ability(others)];
      for (const row of ROWS.filter((each) => each.category === category && each.version === version))
        expect(one.can('read', 'Task', row)).toBe(other.can('read', 'Task', row));
    }),
    { numRuns: 2_000 },
  );
  expect(alike).toBeGreaterThan(100);
});

it('takes people to be alike who differ in other cases only', () => {
  const because = { ja: '', en: '' };
  const seated = (...caseIds: string[]): Grant[] => [
    {
      action: 'read' as const,
      subject: 'TrailEntry' as const,
      because,
      conditions: { caseId: { $in: caseIds }, category: { $in: ['LIFE'] } },
    },
    { action: 'read', subject: 'TrailEntry', because, conditions: { caseId: null, actorId: caseIds[0]! } },
  ];
  const scope = { caseId: 'this' };
  expect(remaining(seated('this', 'that'), scope)).toBe(remaining(seated('other', 'this'), scope));
  expect(remaining(seated('this'), scope)).not.toBe(remaining(seated('other'), scope));
});
