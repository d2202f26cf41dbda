import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Kana, ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { INTAKE_PROFESSIONS } from '../../permissions/professions.js';
import { conflict, forbidden, invalid } from '../../refusal.js';
import { denial } from '../../permissions/actions.js';
import { Posting } from '../people/posting.entity.js';
import { Household } from './household.entity.js';
import { HouseholdMember } from './household-member.entity.js';
import { SchoolKind, Schooling } from './schooling.entity.js';
import { beginTerm, seat } from './seats.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class PersonInput {
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
  @Field(() => CalendarDate, { nullable: true }) bornOn?: string | null;
}

@InputType()
export class ChildInput extends PersonInput {
  @Field(() => ShortText, { nullable: true }) schoolName?: string | null;
  @Field(() => SchoolKind, { nullable: true }) schoolKind?: keyof typeof SchoolKind | null;
}

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
  const household = input.householdId ? await work.lock(Household, input.householdId) : await register(work, input);
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

async function register(work: Work, { subject, children }: OpenCaseInput): Promise<Household> {
  if (!subject)
    throw invalid('input.subject', 'REQUIRED', { ja: '支援対象者を入力してください。', en: 'Please name the support subject.' });
  await refuseKnown(work, subject);
  const household = await work.insert(Household, {});
  await member(work, household, 'SUBJECT', subject);
  for (const [at, child] of (children ?? []).entries()) {
    const { id } = await member(work, household, 'CHILD', child, `input.children.${at}.bornOn`);
    if (child.schoolName) await enrol(work, household, id, child.schoolName, child.schoolKind ?? 'OTHER');
  }
  return household;
}

/** Only those whom the opener may see are compared: whether anyone else is known is none of their business. */
async function refuseKnown(work: Work, { kana, bornOn = null }: PersonInput): Promise<void> {
  const alike = await work.scope.find(HouseholdMember, { relation: 'SUBJECT', kana, bornOn });
  const open = await work.scope.first(SupportCase, { householdId: { $in: alike.map((one) => one.householdId) }, status: 'OPEN' });
  if (bornOn && open)
    throw conflict({
      ja: `同じ読みと生年月日の人のケース（${open.number}）が進行中です。`,
      en: `A case (${open.number}) is open for someone of the same reading and birth date.`,
    });
}

async function member(
  work: Work,
  household: Household,
  relation: HouseholdMember['relation'],
  person: PersonInput,
  path = 'input.subject.bornOn',
): Promise<HouseholdMember> {
  if (person.bornOn && person.bornOn > work.today)
    throw invalid(path, 'OUT_OF_ORDER', { ja: '生年月日が未来の日付です。', en: 'The birth date lies in the future.' });
  const category = relation === 'SUBJECT' ? COORDINATION : 'CHILD';
  return work.insert(HouseholdMember, {
    householdId: household.id,
    category,
    relation,
    name: person.name,
    kana: person.kana,
    bornOn: person.bornOn ?? null,
  });
}

const enrol = (work: Work, household: Household, memberId: string, schoolName: string, kind: Schooling['kind']) =>
  work.insert(Schooling, { householdId: household.id, memberId, category: 'CHILD', kind, schoolName, since: work.today, until: null });
