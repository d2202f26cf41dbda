import { Count, Hidden, Id, Moment, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

@Table(
  'calendar_feed',
  'That somebody reads their meetings in a calendar of their own, by a secret address. The address itself is not kept.',
)
export class CalendarFeed implements Row {
  @Id() id: string;
  @Ref({ responsible: true }) staffId: string;
  @Hidden('bytea') tokenHash: Buffer;
  @Moment({ responsible: true }) openedAt: Date;
  @Moment({ nullable: true, responsible: true }) revokedAt: Date | null;
  @Count() version: number;
}
