import { Code, codes, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Agency } from '../people/agency.entity.js';
import { Profession } from '../people/posting.entity.js';
import { Staff } from '../people/staff.entity.js';

export const SeriesPart = codes('SeriesPart', ['CHAIR', 'RECORDER', 'MEMBER']);

@Table('series_member', 'Whom an agency sends to a series of meetings, as what, in which part, from when to when.')
export class SeriesMember implements Row {
  @Id() id: string;
  @Ref() seriesId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Code(Profession) profession: keyof typeof Profession;
  @Code(SeriesPart, { responsible: true }) part: keyof typeof SeriesPart;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
