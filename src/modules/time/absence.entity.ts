import { Count, Day, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

@Table('absence', 'Days on which somebody is away (不在); why is not kept.')
export class Absence implements Row {
  @Id() id: string;
  @Ref({ responsible: true }) staffId: string;
  /** Whose managers may report it for them. */
  @Ref() agencyId: string;
  @Day({ responsible: true }) since: string;
  @Day({ responsible: true }) until: string;
  @Moment({ nullable: true, responsible: true }) withdrawnAt: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
