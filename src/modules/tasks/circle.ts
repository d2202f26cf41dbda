import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { NEED_TO_KNOW, reaches, type NeedToKnowRow } from '../../permissions/need-to-know.js';
import type { Category } from '../cases/category.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { Seat } from '../cases/seat.entity.js';

/** Whether someone with this row of the need-to-know table learns that a task of this category exists. */
export const needsHeadline = (who: NeedToKnowRow, category: Category): boolean =>
  category === COORDINATION || reaches(NEED_TO_KNOW[who][category], 'HEADLINE');

/** The people on a case at the instant of a run, and which of them a category concerns. */
export class Circle {
  private constructor(
    private readonly acting: string,
    readonly seats: readonly Seat[],
    readonly keyPersonId: string | null,
  ) {}

  static async of(work: Work, caseId: string): Promise<Circle> {
    const seats = await work.scope.find(Seat, { caseId }, ['since', 'id']);
    const term = await work.scope.first(KeyPersonTerm, { caseId, until: null });
    return new Circle(
      work.staff.staffId,
      seats.filter((seat) => seat.until === null || seat.until > work.now),
      term?.staffId ?? null,
    );
  }

  /** The same circle once a seat has gone. */
  without(leaving: Seat): Circle {
    return new Circle(
      this.acting,
      this.seats.filter((seat) => seat.id !== leaving.id),
      this.keyPersonId,
    );
  }

  /** The live seat of a person; a person has at most one on a case. */
  seatOf(staffId: string): Seat | null {
    return this.seats.find((seat) => seat.staffId === staffId) ?? null;
  }

  /** Whether the holder of a seat learns that something of this category exists, by profession or as key person. */
  reaches(seat: Seat, category: Category): boolean {
    return needsHeadline(seat.profession, category) || (seat.staffId === this.keyPersonId && needsHeadline('KEY_PERSON', category));
  }

  /** A seat through which an agency takes part in what concerns this category, if it has one. */
  seatFor(agencyId: string, category: Category): Seat | null {
    return this.seats.find((seat) => seat.agencyId === agencyId && this.reaches(seat, category)) ?? null;
  }

  /** Of the staff and agencies given, those who may be told of something in this category; nobody is told what they do themselves. */
  told(category: Category, ...ids: readonly (string | null)[]): string[] {
    const seated = this.seats.filter((seat) => this.reaches(seat, category));
    const isSeated = (id: string) => seated.some((seat) => seat.staffId === id || seat.agencyId === id);
    return ids.filter((id): id is string => id !== null && id !== this.acting && isSeated(id));
  }
}
