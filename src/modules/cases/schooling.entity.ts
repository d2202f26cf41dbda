import { Code, codes, Count, Day, Id, Line, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from './category.js';

export const SchoolKind = codes('SchoolKind', ['NURSERY', 'KINDERGARTEN', 'ELEMENTARY', 'JUNIOR_HIGH', 'HIGH_SCHOOL', 'OTHER']);

@Table('schooling', 'The nursery or school (通学先・保育園等) that a child attends, from when to when.')
export class Schooling implements Row {
  @Id() id: string;
  @Ref() householdId: string;
  @Ref() memberId: string;
  @Code(Category) category: Category;
  @Code(SchoolKind) kind: keyof typeof SchoolKind;
  @Line() schoolName: string;
  @Day() since: string;
  @Day({ nullable: true }) until: string | null;
  @Count() version: number;
}
