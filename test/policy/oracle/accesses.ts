import type { Chance } from './chance.js';
import { CATEGORIES, type Town } from './town.js';
import type { Case, Row } from './world.js';

const MINUTE_MS = 60_000;
const ON_EACH_CASE = 5;
/** When an access ends, in minutes from now: some are over, one at this very instant, some live. */
const ENDS = [-600, -1, 0, 1, 45, 600];

/** Extraordinary accesses of anybody to any case, with the words about them. */
export const makeAccesses = (chance: Chance, now: Date, town: Town, cases: readonly Case[]): Row[] =>
  cases.flatMap(({ id: caseId }) => Array.from({ length: ON_EACH_CASE }, () => makeAccess(chance, now, town, caseId)).flat());

function makeAccess(chance: Chance, now: Date, town: Town, caseId: string): Row[] {
  const { id: staffId, postings } = chance.one(town.people);
  const categories = chance.few(CATEGORIES, 1 + chance.below(5));
  const words = (): Row => ({
    type: 'Note',
    id: chance.id(),
    caseId,
    category: chance.one(categories),
    kind: 'ACCESS',
    body: 'x',
    confinedTo: null,
  });
  const why = words();
  const judged = chance.often(0.5) ? words() : null;
  const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
  const ends = chance.one(ENDS);
  const answer = { reviewerId: chance.one(town.people.filter(({ id }) => id !== staffId)).id, reviewId: judged?.id, reviewedAt: now };
  const access: Row = {
    type: 'ExtraordinaryAccess',
    id: chance.id(),
    caseId,
    category: 'COORDINATION',
    kind: chance.one(['BREAK_GLASS', 'OVERSIGHT']),
    staffId,
    // Some began while their holder worked elsewhere.
    agencyId: chance.often(0.85) ? chance.one(postings).agencyId : chance.one(town.agencies).id,
    categories,
    reasonId: why.id,
    since: at(ends - 700),
    until: at(ends),
    endedAt: chance.often(0.2) ? at(ends - 650) : null,
    reviewDueOn: '2027-12-31',
    ...(judged ? { review: 'JUSTIFIED', ...answer } : { review: 'PENDING', reviewerId: null, reviewId: null, reviewedAt: null }),
  };
  return [why, ...(judged ? [judged] : []), access];
}
