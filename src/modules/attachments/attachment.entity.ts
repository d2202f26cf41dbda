import { Code, codes, Count, Derived, Hidden, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

/** What a file may be. It is told from what the file holds, never from its name. */
export const FileKind = codes('FileKind', ['PDF', 'PNG', 'JPEG']);

@Table('attachment', 'A file of a case (添付ファイル): a signed form, a paper of a meeting, a letter. Withdrawn, never deleted.')
export class Attachment implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref({ nullable: true }) recordId: string | null;
  /** The consent that it is the evidence of. */
  @Ref({ nullable: true }) consentId: string | null;
  /** The session that it is a paper of. */
  @Ref({ nullable: true }) sessionId: string | null;
  /** The session, held without consent, among whose members it stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Line() name: string;
  @Code(FileKind) kind: keyof typeof FileKind;
  @Count() bytes: number;
  @Hidden('bytea') digest: Buffer;
  @Hidden('bytea') sealedDigest: Buffer;
  /** The key of the file, sealed by the keyring; `null` once its words are erased. */
  @Hidden('bytea') sealedKey: Buffer | null;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Moment() attachedAt: Date;
  @Moment({ nullable: true, responsible: true }) withdrawnAt: Date | null;
  @Ref({ nullable: true }) withdrawnById: string | null;
  @Ref({ nullable: true }) reasonId: string | null;
  @Count() version: number;
  /** The SHA-256 of the file as it was handed in. */
  @Derived(() => String, (t) => `encode(${t}.digest, 'hex')`)
  sha256?: string;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Staff, 'withdrawnById') withdrawnBy?: Linked<Staff>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
}
