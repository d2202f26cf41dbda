import { Field, ObjectType } from '@nestjs/graphql';
import { daysBetween, daysFrom } from '../../calendar/days.js';
import { closedOn, type Closed, type Office } from '../../calendar/office.js';
import { officeOf } from '../../database/diaries.js';
import { codes } from '../../graphql/columns.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { CalendarDate } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';

const MOST_DAYS = 400;

const ClosedBecause = codes('ClosedBecause', ['WEEKEND', 'HOLIDAY', 'TURN_OF_YEAR', 'CLOSING_DAY']);

@ObjectType({ description: 'A day on which offices are closed, and why.' })
export class ClosedDay implements Closed {
  @Field(() => CalendarDate) on: string;
  @Field(() => ClosedBecause) why: Closed['why'];
  @Field({ description: 'What the day is called, in Japanese: 勤労感謝の日.' }) name: string;
}

/**
 * The days between two, both included, on which the offices of the municipality of an agency are closed; of one's own first agency unless
 * told otherwise. `INVALID` for days out of order, and for more than 400.
 */
export async function closedDays(door: ResolverDoor, fromOn: string, toOn: string, agencyId?: string | null): Promise<ClosedDay[]> {
  if (toOn < fromOn || daysBetween(fromOn, toOn) >= MOST_DAYS)
    throw invalid('toOn', 'OUT_OF_ORDER', {
      ja: `期間は${MOST_DAYS}日以内にしてください。`,
      en: `Please ask for at most ${MOST_DAYS} days.`,
    });
  const { postings } = await door.actor();
  const office = await officeFor(door, agencyId ?? postings[0]?.agencyId ?? null);
  return daysFrom(fromOn, toOn).flatMap((on) => closedDay(on, office) ?? []);
}

/** Why an office is closed on a day, for whoever asks; `null` when it is open. */
export function closedDay(on: string, office?: Office): ClosedDay | null {
  const closed = closedOn(on, office);
  return closed && { on, ...closed };
}

/** The office of an agency; an ordinary one for nobody's. */
export const officeFor = async (door: ResolverDoor, agencyId: string | null): Promise<Office | undefined> =>
  agencyId === null ? undefined : officeOf((sql, values) => door.request.database.ask(sql, values), agencyId);
