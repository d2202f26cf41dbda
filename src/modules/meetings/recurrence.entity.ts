import { WHEN_CLOSED } from '../../calendar/recurrence.js';
import { Code, codes, Count, Day, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

export const WhenClosed = codes('WhenClosed', WHEN_CLOSED);

@Table('recurrence', 'On which days a series meets (第1・第3水曜, 毎週金曜), and what is done where such a day is no business day.')
export class Recurrence implements Row {
  @Id() id: string;
  @Ref() seriesId: string;
  /** An RRULE of RFC 5545 in whole days, always with an end. */
  @Line() rule: string;
  @Day({ responsible: true }) beginsOn: string;
  /** Clocks in Japan, `HH:MM`. */
  @Line({ responsible: true }) opens: string;
  @Line({ responsible: true }) closes: string;
  @Code(WhenClosed, { responsible: true }) whenClosed: keyof typeof WhenClosed;
  @Ref() setById: string;
  @Moment() since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'setById') setBy?: Linked<Staff>;
}
