import { Code, Count, Derived, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';
import { Profession } from '../people/posting.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Category } from './category.js';
import { SupportCase } from './support-case.entity.js';

@Table('seat', 'Who is on a case, for which agency, as what, from when to when. A seat gives sight of the case; its end takes it at once.')
export class Seat implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Code(Profession, { responsible: true }) profession: keyof typeof Profession;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @Derived(() => Boolean, (t) => `exists (select from key_person_term k where k.seat_id = ${t}.id and k.until is null)`)
  isKeyPerson?: boolean;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
}
