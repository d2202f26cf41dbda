import { Count, Id, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

@Table('inbox_cursor', 'How far someone has looked through their inbox: the last entry of the trail that they marked as seen.')
export class InboxCursor implements Row {
  @Id() id: string;
  @Ref() staffId: string;
  @Count({ responsible: true }) seq: number;
  @Count() version: number;
}
