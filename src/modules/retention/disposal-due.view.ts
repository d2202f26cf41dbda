import { Field, ObjectType } from '@nestjs/graphql';
import { codes } from '../../graphql/columns.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';

/** Which period keeps a case the longest. */
export const KeptBecause = codes('KeptBecause', ['CASE_FILE', 'CHILD_RECORD', 'MEETING']);

@ObjectType({ description: 'A closed case whose time is over. It is listed, and nothing happens to it by itself.' })
export class DisposalDue {
  @Field(() => Uuid) caseId: string;
  @Field() caseNumber: string;
  @Field(() => CalendarDate) closedOn: string;
  @Field(() => CalendarDate, { description: 'The last of its periods ended on this day.' }) dueOn: string;
  @Field(() => KeptBecause) because: keyof typeof KeptBecause;
  @Field() isHeld: boolean;
  @Field({ description: 'Whether somebody proposed its disposal already.' }) isProposed: boolean;
}
