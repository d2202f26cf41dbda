import { Code, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Category } from './category.js';

@Table('key_person_term', 'Who was key person (キーパーソン) of a case, from when to when. Terms follow each other without a gap.')
export class KeyPersonTerm implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() seatId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
