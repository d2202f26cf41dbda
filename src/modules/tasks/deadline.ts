import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { businessDaysAfter } from '../../calendar/office.js';

/** About a year of working days. */
const MOST_BUSINESS_DAYS = 250;

@InputType({ isAbstract: true })
export class DeadlineInput {
  @Field(() => CalendarDate, { nullable: true, description: 'By when. Either this or `dueInBusinessDays`.' })
  dueOn?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: `By when, as business days from today (1 to ${MOST_BUSINESS_DAYS}): weekends, national holidays, 年末年始 and closing days do not count.`,
  })
  dueInBusinessDays?: number | null;
}

/** The day that an input means, by the office days of whoever says it. `INVALID` unless it says exactly one of a day and a number of business days. */
export async function deadlineOf(work: Work, { dueOn, dueInBusinessDays }: DeadlineInput, path = 'input'): Promise<string> {
  if (dueOn && dueInBusinessDays != null)
    throw invalid(`${path}.dueInBusinessDays`, 'NOT_ALLOWED', {
      ja: '期限は日付か営業日数のどちらか一方で指定してください。',
      en: 'Please give the deadline either as a day or as a number of business days.',
    });
  if (dueOn) return dueOn;
  if (dueInBusinessDays == null)
    throw invalid(`${path}.dueOn`, 'REQUIRED', { ja: 'いつまでに行うかを指定してください。', en: 'Please say by when.' });
  if (dueInBusinessDays < 1 || dueInBusinessDays > MOST_BUSINESS_DAYS)
    throw invalid(`${path}.dueInBusinessDays`, 'NOT_ALLOWED', {
      ja: `営業日数は1から${MOST_BUSINESS_DAYS}までです。`,
      en: `The number of business days is 1 to ${MOST_BUSINESS_DAYS}.`,
    });
  const [posting] = work.staff.postings;
  return businessDaysAfter(work.today, dueInBusinessDays, posting && (await work.scope.unseen.office(posting.agencyId)));
}

/** `INVALID` for a day that is already over. */
export function refusePast(work: Work, day: string, path: string): void {
  if (day < work.today) throw invalid(path, 'IN_THE_PAST', { ja: '期限が過去の日付です。', en: 'The deadline lies in the past.' });
}
