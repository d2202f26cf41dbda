import { Count, Day, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

@Table(
  'target_report',
  'How far a target was reached on a day (実績), counted from the beginning of the year. A wrong one is followed by another.',
)
export class TargetReport implements Row {
  @Id() id: string;
  @Ref() seriesId: string;
  @Ref() targetId: string;
  @Day() onDay: string;
  @Count() actual: number;
  @Ref() staffId: string;
  @Moment() reportedAt: Date;
  @Count() version: number;
  @To(() => Staff, 'staffId') reportedBy?: Linked<Staff>;
}
