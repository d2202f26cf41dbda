import { Code, codes, Count, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';

export const IssueStatus = codes('IssueStatus', ['OPEN', 'RESOLVED']);

@Table('issue', 'A difficulty of the family that a session named (課題), with the agency responsible for it.')
export class Issue implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  /** The item that it was about. */
  @Ref({ nullable: true }) itemId: string | null;
  @Line() what: string;
  @Ref({ responsible: true }) agencyId: string;
  /** Who its session agreed is responsible: what the minutes say, whoever takes over later. */
  @Ref() agreedAgencyId: string;
  @Code(IssueStatus, { responsible: true }) status: keyof typeof IssueStatus;
  @Moment() namedAt: Date;
  @Moment({ nullable: true }) resolvedAt: Date | null;
  @Ref({ nullable: true }) resultId: string | null;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Agency, 'agreedAgencyId') agreedAgency?: Linked<Agency>;
  @To(() => Note, 'resultId') result?: Linked<Note>;
}
