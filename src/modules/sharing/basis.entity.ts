import { Code, codes, Count, Day, Derived, Id, ManyCodes, Moment, One, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { CONSENT, INTERNAL_USE, STATUTE_NAMES } from '../../permissions/bases.js';
import { Category, InformationCategory } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { BasisEnd } from './basis-end.entity.js';
import { Consent, Provision, Purpose } from './consent.entity.js';

export const BasisKind = codes('BasisKind', [CONSENT, INTERNAL_USE, ...STATUTE_NAMES]);
export const Told = codes('Told', ['CONSENTED', 'TOLD', 'NOT_TOLD', 'NOT_NEEDED']);

@Table(
  'basis',
  'On which ground an agency may know which categories of a case, for what, from when to when (提供の根拠). Never edited; an end is a record of its own.',
)
export class Basis implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Code(BasisKind, { responsible: true }) kind: keyof typeof BasisKind;
  @Ref({ nullable: true }) consentId: string | null;
  @Code(Provision, { responsible: true }) provision: keyof typeof Provision;
  @Ref({ responsible: true }) agencyId: string;
  @ManyCodes(InformationCategory) categories: InformationCategory[];
  @Code(Purpose, { responsible: true }) purpose: keyof typeof Purpose;
  @Ref({ nullable: true }) necessityId: string | null;
  /** Whether the person was told of a share that they did not consent to. */
  @Code(Told) told: keyof typeof Told;
  @Day({ nullable: true }) toldOn: string | null;
  @Ref({ nullable: true }) toldHowId: string | null;
  @Ref({ responsible: true }) staffId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @Derived(
    () => Boolean,
    (t) =>
      `${t}.since <= tsunagi_now() and (${t}.until is null or ${t}.until > tsunagi_now()) and not exists (select from basis_end e where e.basis_id = ${t}.id)`,
  )
  isLive?: boolean;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Staff, 'staffId') recordedBy?: Linked<Staff>;
  @To(() => Consent, 'consentId') consent?: Linked<Consent>;
  @To(() => Note, 'necessityId') necessity?: Linked<Note>;
  @To(() => Note, 'toldHowId') toldHow?: Linked<Note>;
  @One(() => BasisEnd, 'basisId') end?: Linked<BasisEnd>;
}
