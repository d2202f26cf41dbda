import type { Chance } from './chance.js';
import { CATEGORIES, DAY_MS } from './town.js';
import { dayOf, type Case, type Row } from './world.js';

const COORDINATION = 'COORDINATION';

/** What is agreed with the client: plans in every category with their steps and reviews, what comes first, and appointments. */
export function makeAgreements(chance: Chance, now: Date, one: Case): Row[] {
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const rows: Row[] = [];
  const add = (type: string, category: string, columns: object): Row => {
    const { staffId, agencyId } = chance.one(one.seats);
    const row: Row = { type, id: chance.id(), caseId: one.id, category, staffId, agencyId, ...columns };
    rows.push(row);
    return row;
  };
  const note = (category: string): string => add('Note', category, { kind: 'REASON', confinedTo: null, body: 'x' }).id;
  for (const category of CATEGORIES) {
    const period = { startsOn: dayOf(at(-30)), endsOn: dayOf(at(60)), reviewOn: dayOf(chance.one([at(-1), now, at(9)])) };
    const status = chance.one(['DRAFT', 'RETURNED', 'AMENDED', 'WITHDRAWN']);
    const drafted = { kind: 'EMPLOYMENT_SUPPORT_PLAN', goal: 'x', status, amendsId: null, itemId: null, draftedAt: at(-31) };
    const course = { approvedAt: null, endedAt: null, evaluation: null, reasonId: note(category) };
    const { id: planId } = add('SupportPlan', category, { ...drafted, ...period, ...course });
    const step = { planId, kind: 'STEP', position: 1, what: 'x', ownerKind: 'STAFF', dueOn: dayOf(at(9)), taskId: null };
    add('PlanStep', category, { ...step, droppedAt: chance.often(0.3) ? at(-1) : null });
    const found = { planId, wasDueOn: dayOf(at(-5)), reviewedAt: at(-5), nextOn: dayOf(at(9)), findings: 'x' };
    add('PlanReview', category, found);
  }
  for (const until of [at(-3), null]) {
    const why = { recordId: null, itemId: null, reasonId: note(COORDINATION) };
    add('PriorityTerm', COORDINATION, { priority: 'EMPLOYMENT', since: at(-20), until, ...why });
    const made = { madeById: chance.one(one.seats).staffId, madeAt: at(-2), itemId: null, reasonId: note(COORDINATION) };
    add('Appointment', COORDINATION, { startsAt: at(3), place: 'x', channel: 'VISIT', status: 'AGREED', ...made });
  }
  return rows;
}
