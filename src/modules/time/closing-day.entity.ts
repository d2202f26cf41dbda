import { Count, Day, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';

@Table('closing_day', "A day on which a municipality's own offices are closed (閉庁日) beside weekends and national holidays.")
export class ClosingDay implements Row {
  @Id() id: string;
  @Ref() agencyId: string;
  @Day({ responsible: true }) heldOn: string;
  @Line() name: string;
  @Moment({ nullable: true, responsible: true }) withdrawnAt: Date | null;
  @Count() version: number;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
