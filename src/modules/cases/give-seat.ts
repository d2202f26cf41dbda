import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Profession } from '../people/posting.entity.js';
import { despite, DespiteConflictInput } from '../safety/conflicts.js';
import { postingFor, seat } from './seats.js';
import { Seat } from './seat.entity.js';
import { SupportCase } from './support-case.entity.js';

@InputType({ description: 'Someone to seat: as posted today. Agency and profession are needed when they have several postings.' })
export class SeatingInput extends DespiteConflictInput {
  @Field(() => Uuid) staffId: string;
  @Field(() => Uuid, { nullable: true }) agencyId?: string | null;
  @Field(() => Profession, { nullable: true }) profession?: keyof typeof Profession | null;
}

@InputType()
export class GiveSeatInput extends SeatingInput {
  @Field(() => Uuid) caseId: string;
}

/** Gives someone a seat on the case. `INVALID` without a fitting posting; `CONFLICT` when they have one, or the case is closed. */
export async function giveSeat(work: Work, input: GiveSeatInput): Promise<Seat> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  work.must('give', { caseId: supportCase.id }, Seat);
  refuseClosed(supportCase);
  const posting = await postingFor(work, input, 'input.staffId');
  const recordWaiver = await despite(work, supportCase.id, input.staffId, input.despiteConflict);
  const given = await seat(work, supportCase.id, posting);
  await recordWaiver();
  return given;
}

/** `CONFLICT` when the case is closed: it can be read, but nothing begins on it any more. */
export function refuseClosed(supportCase: SupportCase): void {
  if (supportCase.status === 'CLOSED') throw conflict({ ja: 'このケースは終結しています。', en: 'This case is closed.' });
}
