import fc from 'fast-check';
import { quorumOf, standingOf } from '../../src/modules/conference/mandatory.js';
import { periodOf, wholePeriods } from '../../src/modules/meetings/cadence.js';

/* How often a meeting is promised, and who has to be there: rules over a space of days and of people. */

const PER = ['WEEK', 'MONTH', 'YEAR'] as const;
const DAY_MS = 86_400_000;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(Date.UTC(1990, 0, 1) + days * DAY_MS).toISOString().slice(0, 10));
const after = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

describe('periods', () => {
  it.each([
    ['2028-02-29', 'WEEK', '2028-02-28', '2028-03-05'],
    ['2028-02-29', 'MONTH', '2028-02-01', '2028-02-29'],
    ['2027-02-28', 'MONTH', '2027-02-01', '2027-02-28'],
    ['2028-03-31', 'YEAR', '2027-04-01', '2028-03-31'],
    ['2028-04-01', 'YEAR', '2028-04-01', '2029-03-31'],
    ['2026-12-31', 'MONTH', '2026-12-01', '2026-12-31'],
    ['2027-01-03', 'WEEK', '2026-12-28', '2027-01-03'],
  ] as const)('%s lies in the %s from %s to %s', (day, per, fromOn, toOn) => expect(periodOf(day, per)).toEqual({ fromOn, toOn }));

  it('hold every day exactly once, one after the other without a gap', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...PER), (day, per) => {
        const period = periodOf(day, per);
        expect(period.fromOn <= day && day <= period.toOn).toBe(true);
        expect(periodOf(period.fromOn, per)).toEqual(period);
        expect(periodOf(period.toOn, per)).toEqual(period);
        expect(periodOf(after(period.toOn, 1), per).fromOn).toBe(after(period.toOn, 1));
      }),
    );
  });

  it('between two days are whole ones only', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 800 }), fc.constantFrom(...PER), (fromOn, days, per) => {
        const toOn = after(fromOn, days);
        const periods = wholePeriods(fromOn, toOn, per);
        for (const [at, period] of periods.entries()) {
          expect(period.fromOn >= fromOn && period.toOn <= toOn).toBe(true);
          if (at > 0) expect(period.fromOn).toBe(after(periods[at - 1]!.toOn, 1));
        }
        const missed = periodOf(fromOn, per);
        expect(periods.length > 0 || toOn < periodOf(after(missed.toOn, 1), per).toOn).toBe(true);
      }),
    );
  });
});

describe('those who have to come', () => {
  const anyone = fc.record({
    profession: fc.constantFrom('HELLO_WORK_NAVIGATOR', 'CASEWORKER', 'CLERK'),
    agencyId: fc.constantFrom('a', 'b', 'c'),
    status: fc.constantFrom('INVITED', 'ACCEPTED', 'DECLINED', 'DELEGATED'),
    attendance: fc.constantFrom(null, 'PRESENT', 'LATE', 'EXCUSED', 'ABSENT', 'DELEGATED'),
    sendsFrom: fc.option(fc.nat({ max: 5 }), { nil: null }),
  });
  const invitations = fc.array(anyone, { maxLength: 8 }).map((all) =>
    all.map(({ sendsFrom, ...one }, at) => ({
      ...one,
      id: String(at),
      insteadOfId: sendsFrom !== null && sendsFrom < at ? String(sendsFrom) : null,
    })),
  ) as fc.Arbitrary<Parameters<typeof standingOf>[1][number][]>;
  const needs = { mandatoryProfessions: ['HELLO_WORK_NAVIGATOR' as const], mandatoryAgencyIds: ['b'] };

  it('have come when one of them, or somebody in their stead, is noted as present or late, and not otherwise', () => {
    fc.assert(
      fc.property(invitations, (all) => {
        const cameFor = (isOne: (one: (typeof all)[number]) => boolean) =>
          all.some((one) => {
            const original = one.insteadOfId === null ? one : all.find(({ id }) => id === one.insteadOfId)!;
            return isOne(original) && ['PRESENT', 'LATE'].includes(one.attendance ?? '');
          });
        const [navigator, agency] = standingOf(needs, all);
        expect(navigator!.standing === 'CAME').toBe(cameFor((one) => one.profession === 'HELLO_WORK_NAVIGATOR'));
        expect(agency!.standing === 'CAME').toBe(cameFor((one) => one.agencyId === 'b'));
      }),
    );
  });

  it('a quorum counts those asked once, with whom they send, and needs no more than were asked', () => {
    fc.assert(
      fc.property(invitations, fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }), (all, quorumPercent) => {
        const { needed } = quorumOf({ quorumPercent }, all);
        const asked = all.filter(({ insteadOfId }) => insteadOfId === null).length;
        expect(needed <= asked).toBe(true);
        expect(needed === 0).toBe(quorumPercent === null || asked === 0);
      }),
    );
  });
});
