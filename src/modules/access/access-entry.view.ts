import { Code, codes, Derived, Id, Line, Moment, Ref, To, View, type Linked } from '../../graphql/columns.js';
import { CHANNELS } from '../../database/access-log.js';
import { GRANTED_AS } from '../../permissions/grant.js';
import { Category } from '../cases/category.js';
import { Staff } from '../people/staff.entity.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';

const Channel = codes('AccessChannel', CHANNELS);
const GrantedAs = codes('GrantedAs', GRANTED_AS);

@View(
  'access_log',
  'That somebody read fields of a row of a restricted category (健康・心理, DV・虐待, 連絡先・番号): who, when, which, and on what ground.',
)
export class AccessEntry {
  @Id() id: string;
  @Moment() at: Date;
  @Ref() staffId: string;
  @Ref({ nullable: true }) caseId: string | null;
  /** What the row is; for `TrailEntry`, `aboutId` is the row that the entry is about. */
  @Line() aboutType: string;
  @Ref() aboutId: string;
  @Code(Category) category: Category;
  @Derived(() => [String], (t) => `to_json(${t}.fields)`) fields?: string[];
  @Code(Channel) channel: keyof typeof Channel;
  /** The question that brought it, as `Query.case`. */
  @Line() operation: string;
  @Code(GrantedAs) seenAs: keyof typeof GrantedAs;
  @Ref({ nullable: true }) accessId: string | null;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  /** The emergency or the purpose for which it was read, where that was the ground. */
  @To(() => ExtraordinaryAccess, 'accessId') access?: Linked<ExtraordinaryAccess>;
}
