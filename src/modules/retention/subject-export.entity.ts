import { Count, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

@Table(
  'subject_export',
  'That everything held about a household was written out for the person concerned (開示請求). It can be fetched until it ends.',
)
export class SubjectExport implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Line() reason: string;
  @Ref({ responsible: true }) staffId: string;
  @Moment() exportedAt: Date;
  @Moment() until: Date;
  @Count() version: number;
  @To(() => Staff, 'staffId') exportedBy?: Linked<Staff>;
}
