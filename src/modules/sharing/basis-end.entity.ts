import { Code, codes, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Staff } from '../people/staff.entity.js';

export const EndOfBasis = codes('EndOfBasis', ['WITHDRAWN', 'ENDED']);

@Table('basis_end', 'That a basis ended before its time: the client withdrew, or it was no longer needed.')
export class BasisEnd implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref({ responsible: true }) basisId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Code(EndOfBasis, { responsible: true }) why: keyof typeof EndOfBasis;
  @Ref() reasonId: string;
  @Ref({ responsible: true }) staffId: string;
  @Moment({ responsible: true }) endedAt: Date;
  @Count() version: number;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @To(() => Staff, 'staffId') endedBy?: Linked<Staff>;
}
