import { Count, Derived, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

@Table('disposal_hold', 'That a case is kept although its time is over (廃棄の停止): a court, an inquiry, a request that is not settled.')
export class DisposalHold implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Line() reason: string;
  @Ref({ responsible: true }) staffId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Ref({ nullable: true }) liftedById: string | null;
  @Line({ nullable: true }) liftReason: string | null;
  @Count() version: number;
  @Derived(() => String, (t) => `number_to_keep(${t}.case_id)`, { nullable: true }) caseNumber?: string | null;
  @To(() => Staff, 'staffId') placedBy?: Linked<Staff>;
}
