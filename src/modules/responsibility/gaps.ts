import { Field, Int, ObjectType } from '@nestjs/graphql';
import { codes } from '../../graphql/columns.js';
import { Uuid } from '../../graphql/scalars.js';
import { Held, heldBy, type Standing } from './held.js';

export const GapKind = codes('GapKind', ['UNACCEPTED', 'OVERDUE', 'DECLINED', 'HANDOVER_PENDING', 'NO_NEXT_SESSION']);
export type GapKind = keyof typeof GapKind;

@ObjectType({ description: 'Where nobody, or nobody in time, answered for something on that day.' })
export class Gap {
  @Field(() => GapKind) kind: GapKind;
  @Field(() => Uuid) caseId: string;
  @Field() caseNumber: string;
  @Field(() => Int, { nullable: true, description: 'For how many days: since the offer, the refusal or the deadline.' }) days:
    number | null;
  @Field(() => Held, { nullable: true, description: 'What the gap is in; a missing session is a gap of the case itself.' })
  held: Held | null;
}

const DAY_MS = 86_400_000;
const dayInJapan = (instant: string) => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The gaps in what stood on a day: `stands` is what the subject answers for, `around` what the cases they lead rest on. */
export function gapsIn(stands: readonly Standing[], around: readonly Standing[], on: string): Gap[] {
  const leading = new Map(stands.filter(leads).map((entry) => [entry.caseId, entry]));
  const held = stands.filter((entry) => entry.aboutType === 'Task').flatMap((entry) => gapsOfTask(entry, on));
  const pending = onePerRow([...stands, ...around]).filter((entry) => entry.aboutType === 'KeyPersonHandover');
  const sessionless = [...leading.values()].filter(({ caseId }) => needsSession(around.filter((entry) => entry.caseId === caseId)));
  return [
    ...held,
    ...pending.map((entry) => gap('HANDOVER_PENDING', entry, on, heldBy(entry, on).since)),
    ...sessionless.map(
      ({ caseId, case: ofCase }) => ({ kind: 'NO_NEXT_SESSION', caseId, caseNumber: ofCase!.number, days: null, held: null }) as const,
    ),
  ];
}

/** The subject answers for the case itself: as its key person, or as the agency that leads it. */
export const leads = ({ aboutType }: Standing) => aboutType === 'SupportCase' || aboutType === 'KeyPersonTerm';

const needsSession = (around: readonly Standing[]) =>
  around.some(({ aboutType }) => aboutType === 'Task' || aboutType === 'Issue') &&
  !around.some(({ aboutType }) => aboutType === 'ConferenceSession');

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
  days: daysBetween(dayInJapan(since), on),
  held: heldBy(entry, on),
});

const onePerRow = (entries: readonly Standing[]) => [...new Map(entries.map((entry) => [entry.aboutId, entry])).values()];
