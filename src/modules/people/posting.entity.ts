import { Code, codes, Count, Day, Derived, Id, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { PROFESSIONS } from '../../permissions/professions.js';
import { Agency } from './agency.entity.js';
import { Staff } from './staff.entity.js';

export const Profession = codes('Profession', PROFESSIONS);

@Table('posting', 'Where someone works, as what, from when to when. Seconded staff (出向) belong to one agency and work in another.')
export class Posting implements Row {
  @Id() id: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Ref({ responsible: true }) homeAgencyId: string;
  @Code(Profession, { responsible: true }) profession: keyof typeof Profession;
  @Day({ responsible: true }) since: string;
  @Day({ responsible: true, nullable: true }) until: string | null;
  @Count() version: number;
  @Derived(() => Boolean, (t) => `${t}.agency_id <> ${t}.home_agency_id`) isSeconded?: boolean;
  @Derived(() => Boolean, (t) => `${t}.since <= tsunagi_today() and (${t}.until is null or ${t}.until >= tsunagi_today())`)
  isCurrent?: boolean;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Agency, 'homeAgencyId') homeAgency?: Linked<Agency>;
}
