import { Code, codes, Count, Id, Ref, Table, Text } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from './category.js';

export const NoteKind = codes('NoteKind', ['REASON', 'RESULT', 'ACCESS']);

@Table('note', 'Words that belong to an entry of the trail: why something was done, or what came of it. The trail itself holds no words.')
export class Note implements Row {
  @Id() id: string;
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Code(NoteKind) kind: keyof typeof NoteKind;
  @Text() body: string;
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
}
