import { Code, codes, Count, Day, Id, Line, Listed, Many, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Posting } from './posting.entity.js';

export const AgencyKind = codes('AgencyKind', ['MUNICIPALITY', 'DEPARTMENT', 'OUTSIDE_BODY']);

@Listed()
@Table('agency', 'A municipality, a department of it, or a body outside it (関係機関・関係部署).')
export class Agency implements Row {
  @Id() id: string;
  @Line() name: string;
  @Code(AgencyKind) kind: keyof typeof AgencyKind;
  @Ref({ nullable: true }) parentId: string | null;
  @Day() openedOn: string;
  @Day({ nullable: true }) closedOn: string | null;
  @Count() version: number;
  @To(() => Agency, 'parentId') parent?: Linked<Agency>;
  @Many(() => Agency, 'parentId', ['name']) parts?: Agency[];
  @Many(() => Posting, 'agencyId', ['since', 'id']) postings?: Posting[];
}
