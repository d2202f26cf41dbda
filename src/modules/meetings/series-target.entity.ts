import { Code, codes, Count, Id, Line, Many, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';
import { TargetReport } from './target-report.entity.js';

/** 人, 件, 回, 社 and %: figures of different units are never added up. */
export const TargetUnit = codes('TargetUnit', ['PERSON', 'CASE', 'TIME', 'COMPANY', 'PERCENT']);

@Table('series_target', 'What a series of meetings wants to have reached by the end of a fiscal year, April to March (目標).')
export class SeriesTarget implements Row {
  @Id() id: string;
  @Ref() seriesId: string;
  @Count() fiscalYear: number;
  @Line() what: string;
  @Code(TargetUnit) unit: keyof typeof TargetUnit;
  @Count() target: number;
  @Ref() staffId: string;
  @Moment() setAt: Date;
  @Count() version: number;
  @To(() => Staff, 'staffId') setBy?: Linked<Staff>;
  /** The latest first: the first of them says how far it is reached. */
  @Many(() => TargetReport, 'targetId', ['-onDay', '-reportedAt']) reports?: TargetReport[];
}
