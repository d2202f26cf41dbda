import { Field, Int, ObjectType } from '@nestjs/graphql';
import { daysBetween } from '../../calendar/days.js';
import { dayInJapan } from '../../calendar/japan-time.js';
import { codes } from '../../graphql/columns.js';
import { Uuid } from '../../graphql/scalars.js';
import type { AsOf } from './as-of.js';
import { Held, heldBy, type Standing } from './held.js';

export const GapKind = codes('GapKind', [
  'UNACCEPTED',
  'OVERDUE',
  'DECLINED',
  'HANDOVER_PENDING',
  'NO_NEXT_SESSION',
  'NO_NEXT_APPOINTMENT',
]);
export type GapKind = keyof typeof GapKind;

@ObjectType({ description: 'Where nobody, or nobody in time, answered for something on that day.' })
export class Gap {
  @Field(() => GapKind) kind: GapKind;
  @Field(() => Uuid) caseId: string;
  @Field() caseNumber: string;
  @Field(() => Int, { nullable: true, description: 'For how many days: since the offer, the refusal or the deadline.' }) days:
    number | null;
  @Field(() => Held, { nullable: true, description: 'What the gap is in; a missing session or appointment is a gap of the case itself.' })
  held: Held | null;
}

/** Reads where responsibility was open in what stood on a day, and in the cases that the subject answers for. */
export async function gapsIn(asOf: AsOf, stands: readonly Standing[]): Promise<Gap[]> {
  const { on } = asOf;
  const leading = new Map(stands.filter(leads).map((entry) => [entry.caseId, entry.case!.number]));
  const offered = [...stands.filter((entry) => entry.aboutType === 'KeyPersonHandover'), ...(await asOf.handoversOn([...leading.keys()]))];
  const caseIds = [...leading.keys()];
  const ofCase = (kind: GapKind) => (caseId: string) => ({ kind, caseId, caseNumber: leading.get(caseId)!, days: null, held: null });
  return [
    ...stands.filter((entry) => entry.aboutType === 'Task').flatMap((entry) => gapsOfTask(entry, on)),
    ...onePerRow(offered).map((entry) => gap('HANDOVER_PENDING', entry, on, heldBy(entry, on).since)),
    ...[...(await asOf.withoutSession(caseIds))].map(ofCase('NO_NEXT_SESSION')),
    ...[...(await asOf.withoutAppointment(caseIds))].map(ofCase('NO_NEXT_APPOINTMENT')),
  ];
}

/** The subject answers for the case itself: as its key person, or as the agency that leads it. */
const leads = ({ aboutType }: Standing) => aboutType === 'SupportCase' || aboutType === 'KeyPersonTerm';

function gapsOfTask(entry: Standing, on: string): Gap[] {
  const task = heldBy(entry, on);
  return [
    ...(task.isUnaccepted ? [gap('UNACCEPTED', entry, on, task.since)] : []),
    ...(task.isOverdue ? [gap('OVERDUE', entry, on, `${task.dueOn}T00:00:00+09:00`)] : []),
    ...(task.status === 'DECLINED' ? [gap('DECLINED', entry, on, entry.at)] : []),
  ];
}

const gap = (kind: GapKind, entry: Standing, on: string, since: string): Gap => ({
  kind,
  caseId: entry.caseId,
  caseNumber: entry.case!.number,
  days: daysBetween(dayInJapan(new Date(since)), on),
  held: heldBy(entry, on),
});

const onePerRow = (entries: readonly Standing[]) => [...new Map(entries.map((entry) => [entry.aboutId, entry])).values()];
