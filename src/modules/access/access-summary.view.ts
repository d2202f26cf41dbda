import { Count, Day, Id, Moment, Ref, To, View, type Linked } from '../../graphql/columns.js';
import { Staff } from '../people/staff.entity.js';

@View('access_summary', 'How much somebody read of the restricted categories of a case in a month of Japan.')
export class AccessSummary {
  @Id() id: string;
  @Ref() caseId: string;
  @Ref() staffId: string;
  /** The first day of the month. */
  @Day() month: string;
  /** How many times something was read, and how many different rows in all. */
  @Count() times: number;
  @Count() rowCount: number;
  @Moment() lastAt: Date;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
}
