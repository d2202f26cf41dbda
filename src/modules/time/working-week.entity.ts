import { Count, Day, Id, Many, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { WorkingHours } from './working-hours.entity.js';

@Table('working_week', 'On which days of the week, from when to when, somebody works for an agency (勤務日), from a day on.')
export class WorkingWeek implements Row {
  @Id() id: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Day({ responsible: true }) since: string;
  @Day({ nullable: true, responsible: true }) until: string | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @Many(() => WorkingHours, 'weekId', ['id']) hours?: WorkingHours[];
}
