import { Code, Count, Id, Many, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ConferenceSession } from './conference-session.entity.js';

@Table(
  'conference',
  'The conference (カンファレンス) of a client: one thread, in principle one for each client, that meets once or at milestones.',
)
export class Conference implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() agencyId: string;
  @Moment() startedAt: Date;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @Many(() => ConferenceSession, 'conferenceId', ['-number']) sessions?: ConferenceSession[];
}
