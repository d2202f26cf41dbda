import { Count, Id, Line, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';

@Table('office_calendar', 'When the offices of a municipality close over the turn of the year (年末年始), where not from 12/29 to 1/3.')
export class OfficeCalendar implements Row {
  @Id() id: string;
  @Ref() agencyId: string;
  /** As `MM-DD`. */
  @Line({ responsible: true }) turnOfYearFrom: string;
  @Line({ responsible: true }) turnOfYearTo: string;
  @Count() version: number;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
