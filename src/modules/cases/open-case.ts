import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { INTAKE_PROFESSIONS } from '../../permissions/professions.js';
import { conflict, forbidden, invalid } from '../../refusal.js';
import { denial } from '../../permissions/actions.js';
import { Posting } from '../people/posting.entity.js';
import { tellShieldedCases } from '../safety/conflicts.js';
import { Household } from './household.entity.js';
import { HouseholdMember } from './household-member.entity.js';
import { ChildInput, PersonInput, register, registerChild } from './register-household.js';
import { beginTerm, seat } from './seats.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class OpenCaseInput {
  @Field(() => Uuid, { nullable: true, description: 'A household known from an earlier case, instead of `subject` and `children`.' })
  householdId?: string | null;
  @Field(() => PersonInput, { nullable: true, description: 'The support subject of a household that is new here.' })
  subject?: PersonInput | null;
  @Field(() => [ChildInput], { nullable: true }) children?: ChildInput[] | null;
  @Field(() => ShortText, { description: 'One sentence that everyone on the case may read.' }) headline: string;
  @Field(() => Uuid, { nullable: true, description: 'For which of their agencies the opener acts; needed when there are several.' })
  agencyId?: string | null;
}

/**
 * Opens a case: the household, the case, and the opener's seat as its first key person.
 * `FORBIDDEN` for professions that do not receive clients; `CONFLICT` when the household, or a subject of the same
 * reading and birth date that the opener may see, already has an open case.
 */
export async function openCase(work: Work, input: OpenCaseInput): Promise<SupportCase> {
  const posting = intakePosting(work, await postingsOf(work), input.agencyId);
  const household = await householdOf(work, input);
  const opened = await work.insert(SupportCase, {
    number: '',
    householdId: household.id,
    category: COORDINATION,
    headline: input.headline,
    leadAgencyId: posting.agencyId,
    status: 'OPEN',
    openedAt: work.now,
    closedAt: null,
    closingReasonId: null,
  });
  work.record('case.opened', opened, { householdId: household.id });
  await beginTerm(work, await seat(work, opened.id, posting));
  const { subject } = input;
  if (subject?.bornOn) await tellShieldedCases(work, opened, subject.kana, subject.bornOn);
  return opened;
}

const postingsOf = (work: Work) =>
  work.scope.find(Posting, { staffId: work.staff.staffId, profession: { $in: INTAKE_PROFESSIONS } }, ['since', 'id']);

function intakePosting(work: Work, postings: readonly Posting[], agencyId?: string | null): Posting {
  work.must('open', {}, SupportCase);
  const current = postings.filter((posting) => posting.since <= work.today && (posting.until === null || posting.until >= work.today));
  const fitting = current.filter((posting) => !agencyId || posting.agencyId === agencyId);
  if (current.length === 0) throw forbidden(denial('open', 'SupportCase'));
  if (fitting[0] && fitting.every((posting) => posting.agencyId === fitting[0]!.agencyId)) return fitting[0];
  throw invalid('input.agencyId', 'UNKNOWN', {
    ja: 'どの機関として開くかを指定してください。',
    en: 'Please name the agency of yours that opens the case.',
  });
}

async function householdOf(work: Work, { householdId, subject, children }: OpenCaseInput): Promise<Household> {
  if (householdId) return work.lock(Household, householdId);
  if (!subject)
    throw invalid('input.subject', 'REQUIRED', { ja: '支援対象者を入力してください。', en: 'Please name the support subject.' });
  await refuseKnown(work, subject);
  const household = await work.insert(Household, {});
  await register(work, household, 'SUBJECT', subject, 'input.subject');
  for (const [at, child] of (children ?? []).entries()) await registerChild(work, household, child, `input.children.${at}`);
  return household;
}

/** Only those whom the opener may see are compared: whether anyone else is known is none of their business. */
async function refuseKnown(work: Work, { kana, bornOn }: PersonInput): Promise<void> {
  if (!bornOn) return;
  const alike = await work.scope.find(HouseholdMember, { relation: 'SUBJECT', kana, bornOn });
  const open = await work.scope.first(SupportCase, { householdId: { $in: alike.map((one) => one.householdId) }, status: 'OPEN' });
  if (!open) return;
  throw conflict({
    ja: `同じ読みと生年月日の人のケース（${open.number}）が進行中です。`,
    en: `A case (${open.number}) is open for someone of the same reading and birth date.`,
  });
}
