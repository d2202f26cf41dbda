import { Code, codes, Count, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';

/** What is kept: the file of a case as a whole, and what it has of a child. How long minutes are kept stands with their kind of meeting. */
export const RetentionKind = codes('RetentionKind', ['CASE_FILE', 'CHILD_RECORD']);
export const CountsFrom = codes('CountsFrom', ['CLOSING', 'BIRTH']);

@Table('retention_period', 'How long something is kept (保存期間), as it stands from a day on.')
export class RetentionPeriod implements Row {
  @Id() id: string;
  @Code(RetentionKind, { responsible: true }) kind: keyof typeof RetentionKind;
  /** Years after the closing of the case, or the age until which what there is of a child is kept. */
  @Count({ responsible: true }) years: number;
  @Code(CountsFrom) countsFrom: keyof typeof CountsFrom;
  @Line() source: string;
  @Line({ nullable: true }) reason: string | null;
  /** Who set it; `null` for what ships. */
  @Ref({ nullable: true, responsible: true }) staffId: string | null;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') setBy?: Linked<Staff>;
}
