import { Count, Hidden, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from './staff.entity.js';

@Table('session', 'A signed-in session. It ends at sign-out or when its time is over.')
export class Session implements Row {
  @Id() id: string;
  @Ref() staffId: string;
  @Hidden('bytea') tokenHash: Buffer;
  @Moment() startedAt: Date;
  @Moment({ responsible: true }) expiresAt: Date;
  @Moment({ nullable: true, responsible: true }) endedAt: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
}
