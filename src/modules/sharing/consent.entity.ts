import { Code, codes, Count, Day, Derived, Id, Many, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { PURPOSES } from '../../permissions/bases.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Category } from '../cases/category.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Basis } from './basis.entity.js';

export const Provision = codes('Provision', ['PERMIT', 'DENY']);
export const Evidence = codes('Evidence', ['SIGNED_FORM', 'VERBAL_WITH_WITNESS']);
export const Purpose = codes('Purpose', PURPOSES);

@Table('consent', 'What the support subject agreed to, or refused (本人同意): never edited, only withdrawn.')
export class Consent implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  /** The support subject, who alone can consent. */
  @Ref() memberId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Ref({ responsible: true }) staffId: string;
  @Code(Provision, { responsible: true }) provision: keyof typeof Provision;
  @Code(Evidence) evidence: keyof typeof Evidence;
  @Ref({ nullable: true }) witnessStaffId: string | null;
  @Code(Purpose) purpose: keyof typeof Purpose;
  @Day({ responsible: true }) givenOn: string;
  @Day({ nullable: true, responsible: true }) untilOn: string | null;
  @Moment() recordedAt: Date;
  @Count() version: number;
  @Derived(
    () => Boolean,
    (t) => `exists (select from basis b join basis_end e on e.basis_id = b.id where b.consent_id = ${t}.id and e.why = 'WITHDRAWN')`,
  )
  isWithdrawn?: boolean;
  @To(() => HouseholdMember, 'memberId') member?: Linked<HouseholdMember>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Staff, 'staffId') recordedBy?: Linked<Staff>;
  @To(() => Staff, 'witnessStaffId') witness?: Linked<Staff>;
  @Many(() => Attachment, 'consentId', ['attachedAt', 'id']) attachments?: Attachment[];
  @Many(() => Basis, 'consentId', ['agencyId', 'id']) bases?: Basis[];
}
