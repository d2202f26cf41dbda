import { Code, Count, Id, Moment, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { AgendaItem } from './agenda-item.entity.js';

@Table(
  'minutes_correction',
  'What closed minutes say wrongly, put right beside them with the reason (会議録の訂正). The minutes stay as they are.',
)
export class MinutesCorrection implements Row {
  @Id() id: string;
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  @Ref() minutesId: string;
  /** The item that it is about. */
  @Ref({ nullable: true }) itemId: string | null;
  @Ref() staffId: string;
  @Ref() agencyId: string;
  @Text() body: string;
  @Text() reason: string;
  @Moment() correctedAt: Date;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => AgendaItem, 'itemId') item?: Linked<AgendaItem>;
}
