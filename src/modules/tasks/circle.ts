import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { reaches, type NeedToKnow, type NeedToKnowRow } from '../../permissions/need-to-know.js';
import type { Category } from '../cases/category.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { Seat } from '../cases/seat.entity.js';
import type { BasisEnd } from '../sharing/basis-end.entity.js';
import { groundsOn, sharedBy, type Ground, type Shared } from '../sharing/shared.js';

/** Whether someone with this row of the need-to-know table learns that a task of this category exists. */
export const needsHeadline = (table: NeedToKnow, who: NeedToKnowRow, category: Category): boolean =>
  category === COORDINATION || reaches(table[who][category], 'HEADLINE');

/** What of a seat says who is on a case, and for what. */
type Seated = Pick<Seat, 'id' | 'staffId' | 'agencyId' | 'profession' | 'until'>;

/** The people on a case at the instant of a run, and which of them a category concerns. */
export class Circle {
  private constructor(
    private readonly acting: string,
    readonly seats: readonly Seated[],
    readonly keyPersonId: string | null,
    private readonly table: NeedToKnow,
    private readonly shared: Shared,
  ) {}

  static async of(work: Work, caseId: string): Promise<Circle> {
    const [seats, [term], bases, ends] = await work.scope.lists<
      [Seated, Pick<KeyPersonTerm, 'staffId'>, Ground, Pick<BasisEnd, 'basisId'>]
    >(
      { type: Seat, where: { caseId }, order: ['since', 'id'], columns: ['id', 'staffId', 'agencyId', 'profession', 'until'] },
      { type: KeyPersonTerm, where: { caseId, until: null }, columns: ['staffId'] },
      ...groundsOn(caseId),
    );
    return new Circle(
      work.staff.staffId,
      seats.filter((seat) => seat.until === null || seat.until > work.now),
      term?.staffId ?? null,
      work.staff.needToKnow,
      sharedBy(work, bases, ends),
    );
  }

  /** The same circle while some of it meet under a statute, which lets them speak of these categories among themselves. */
  meeting(covers: readonly Category[], staffIds: readonly string[]): Circle {
    const { acting, seats, keyPersonId, table, shared } = this;
    const isTold = (agencyId: string, category: Category) =>
      covers.includes(category) && seats.some((seat) => seat.agencyId === agencyId && staffIds.includes(seat.staffId));
    return new Circle(acting, seats, keyPersonId, table, {
      ...shared,
      knows: (agencyId, category) => shared.knows(agencyId, category) || isTold(agencyId, category),
    });
  }

  /** The same circle once a seat has gone. */
  without(leaving: Pick<Seat, 'id'>): Circle {
    return new Circle(
      this.acting,
      this.seats.filter((seat) => seat.id !== leaving.id),
      this.keyPersonId,
      this.table,
      this.shared,
    );
  }

  /** The live seat of a person; a person has at most one on a case. */
  seatOf(staffId: string): Seated | null {
    return this.seats.find((seat) => seat.staffId === staffId) ?? null;
  }

  /**
   * Whether the holder of a seat learns that something of this category exists: their agency has a live basis for it,
   * and they need it by profession or as key person.
   */
  reaches(seat: Pick<Seat, 'staffId' | 'agencyId' | 'profession'>, category: Category): boolean {
    if (!this.shared.knows(seat.agencyId, category)) return false;
    const isKeyPerson = seat.staffId === this.keyPersonId;
    return needsHeadline(this.table, seat.profession, category) || (isKeyPerson && needsHeadline(this.table, 'KEY_PERSON', category));
  }

  /** A seat through which an agency takes part in what concerns this category, if it has one. */
  seatFor(agencyId: string, category: Category): Seated | null {
    return this.seats.find((seat) => seat.agencyId === agencyId && this.reaches(seat, category)) ?? null;
  }

  /** Of the staff and agencies given, those who may be told of something in this category; nobody is told what they do themselves. */
  told(category: Category, ...ids: readonly (string | null)[]): string[] {
    const seated = this.seats.filter((seat) => this.reaches(seat, category));
    const isSeated = (id: string) => seated.some((seat) => seat.staffId === id || seat.agencyId === id);
    return ids.filter((id): id is string => id !== null && id !== this.acting && isSeated(id));
  }
}
