import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { invalid, type Sentence } from '../../refusal.js';
import type { Category } from '../cases/category.js';
import { DespiteConflictInput } from '../safety/conflicts.js';
import { Seat } from '../cases/seat.entity.js';
import type { Circle } from './circle.js';
import { OwnerKind, type Task } from './task.entity.js';

@InputType({ description: 'Who: a person on the case, the pool of an agency, or the client with the agency that follows up.' })
export class OwnerInput extends DespiteConflictInput {
  @Field(() => OwnerKind) kind: keyof typeof OwnerKind;
  @Field(() => Uuid, { nullable: true, description: 'For STAFF.' }) staffId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'For AGENCY its pool; for CLIENT the agency that follows up.' })
  agencyId?: string | null;
}

/** Who owns a task, as its columns say it. */
export type Owner = Pick<Task, 'ownerKind' | 'staffId' | 'agencyId'>;

export const NO_SEAT: Sentence = { ja: 'この人はこのケースの担当者ではありません。', en: 'This person has no seat on the case.' };
const NO_NEED: Sentence = {
  ja: 'この人の職務では、この情報区分の対応事項を担当できません。',
  en: "This person's work does not reach this category.",
};
export const NO_AGENCY: Sentence = {
  ja: 'この機関には、この情報区分を担当できる人がこのケースにいません。',
  en: 'This agency has nobody on the case whose work reaches this category.',
};
const WHO: Sentence = { ja: '誰が行うかを指定してください。', en: 'Please say who.' };
const ONE_OWNER: Sentence = {
  ja: '担当は、人・機関・支援対象者のどれか一つにしてください。',
  en: 'An owner is a person, an agency or the client: one of them.',
};

/**
 * The owner that an input means, with their seat held until the end of the run so that nobody is given a task while
 * leaving. `INVALID` (at `path`) for anyone who has no live seat on the case, or whose work does not reach the category.
 */
export async function ownerFor(work: Work, circle: Circle, category: Category, given: OwnerInput, path: string): Promise<Owner> {
  return given.kind === 'STAFF' ? person(work, circle, category, given, path) : agency(work, circle, category, given, path);
}

async function person(work: Work, circle: Circle, category: Category, given: OwnerInput, path: string): Promise<Owner> {
  if (!given.staffId) throw invalid(`${path}.staffId`, 'REQUIRED', WHO);
  const seat = await holdSeat(work, circle.seatOf(given.staffId));
  if (!seat) throw invalid(`${path}.staffId`, 'UNKNOWN', NO_SEAT);
  if (!circle.reaches(seat, category)) throw invalid(`${path}.staffId`, 'NOT_ALLOWED', NO_NEED);
  if (given.agencyId && given.agencyId !== seat.agencyId) throw invalid(`${path}.agencyId`, 'NOT_ALLOWED', ONE_OWNER);
  return { ownerKind: 'STAFF', staffId: seat.staffId, agencyId: seat.agencyId };
}

async function agency(work: Work, circle: Circle, category: Category, given: OwnerInput, path: string): Promise<Owner> {
  if (!given.agencyId) throw invalid(`${path}.agencyId`, 'REQUIRED', WHO);
  if (given.staffId) throw invalid(`${path}.staffId`, 'NOT_ALLOWED', ONE_OWNER);
  const seat = await holdSeat(work, circle.seatFor(given.agencyId, category));
  if (!seat) throw invalid(`${path}.agencyId`, 'UNKNOWN', NO_AGENCY);
  return { ownerKind: given.kind, staffId: null, agencyId: seat.agencyId };
}

/** The seat, locked, if it is still live: whoever ends it meanwhile waits, and then finds the task. */
export async function holdSeat(work: Work, seat: Pick<Seat, 'id'> | null): Promise<Seat | null> {
  const locked = seat && (await work.lock(Seat, seat.id));
  return locked?.until === null ? locked : null;
}

/** How a task begins with an owner: what is agreed with the client, and what people take on themselves, needs no answer. */
export const beginning = (work: Work, owner: Owner): Pick<Task, 'status' | 'answeredAt'> =>
  owner.ownerKind === 'CLIENT' || owner.staffId === work.staff.staffId
    ? { status: 'ACCEPTED', answeredAt: work.now }
    : { status: 'OFFERED', answeredAt: null };

/** Who hears of what happens to a task on its owner's side: the person, or everyone of the agency while nobody in particular. */
export const ownersSide = (owner: Owner): string => owner.staffId ?? owner.agencyId;
