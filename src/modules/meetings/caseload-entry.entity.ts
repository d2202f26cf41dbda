import { Code, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';

@Table('caseload_entry', 'A case that a series of meetings works through, from when to when: seen by whoever sees the case.')
export class CaseloadEntry implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Ref() seriesId: string;
  @Code(Category) category: Category;
  @Ref() staffId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => MeetingSeries, 'seriesId') series?: Linked<MeetingSeries>;
}
