import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate } from '../../graphql/scalars.js';

@ObjectType({ description: 'How the unfinished tasks of a case stand, of those that the person who asks may see.' })
export class TaskTally {
  @Field(() => Int, { description: 'How many are unfinished.' }) open: number;
  @Field(() => Int, { description: 'How many of them are past their deadline.' }) overdue: number;
  @Field(() => CalendarDate, { nullable: true, description: 'The earliest deadline among them.' }) nextDueOn: string | null;
}

/** What is counted of a case's tasks, and how. */
export const UNFINISHED_TASKS = {
  where: { isOpen: true },
  facts: {
    open: () => 'count(*)',
    overdue: (task: string) => `count(*) filter (where ${task}.due_on < (select tsunagi_today()))`,
    nextDueOn: (task: string) => `min(${task}.due_on)`,
  },
} as const;
