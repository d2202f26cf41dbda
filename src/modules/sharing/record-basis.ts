import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Narrative, Uuid } from '../../graphql/scalars.js';
import { STATUTE_NAMES, STATUTES, uncovered } from '../../permissions/bases.js';
import { CATEGORY_NAMES } from '../../permissions/names.js';
import { COORDINATION } from '../../permissions/categories.js';
import { invalid } from '../../refusal.js';
import { codes } from '../../graphql/columns.js';
import { InformationCategory } from '../cases/category.js';
import { explain } from '../cases/explain.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Basis } from './basis.entity.js';
import { Purpose } from './consent.entity.js';
import { endOfDay, refuseEmptyPeriod } from './period.js';

export const Statute = codes('Statute', STATUTE_NAMES);

@InputType({ description: 'Whether the person was told that something is shared without their consent: when and how, or why not.' })
export class TellingInput {
  @Field(() => CalendarDate, { nullable: true, description: 'When they were told; without it, `note` says why not.' }) toldOn?:
    string | null;
  @Field(() => Narrative, { description: 'How they were told, or why not.' }) note: string;
}

@InputType()
export class RecordBasisInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Statute) statute: keyof typeof Statute;
  @Field(() => Uuid) agencyId: string;
  @Field(() => [InformationCategory]) categories: InformationCategory[];
  @Field(() => Purpose) purpose: keyof typeof Purpose;
  @Field(() => Narrative, { description: 'Why this agency needs these categories in this case (相当の理由).' }) necessity: string;
  @Field(() => TellingInput) telling: TellingInput;
  @Field(() => CalendarDate, { nullable: true }) untilOn?: string | null;
}

/**
 * Records a ground other than consent on which an agency may know something, why that is necessary in this very case, and
 * whether the person was told. `INVALID` when the statute does not cover a category, or would last longer than it can.
 */
export async function recordBasis(work: Work, input: RecordBasisInput): Promise<Basis> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  work.must('record', { caseId: supportCase.id }, Basis);
  refuseClosed(supportCase);
  refuseEmptyPeriod(work, input);
  refuseUncovered(input);
  const { id: agencyId } = await work.scope.one(Agency, input.agencyId);
  const place = { caseId: supportCase.id, category: COORDINATION } as const;
  const basis = await work.insert(Basis, {
    ...place,
    kind: input.statute,
    consentId: null,
    provision: 'PERMIT',
    agencyId,
    categories: [...new Set(input.categories)],
    purpose: input.purpose,
    necessityId: await explain(work, place, 'REASON', input.necessity),
    ...(await tellingOf(work, place, input.telling)),
    staffId: work.staff.staffId,
    since: work.now,
    until: untilOf(work, input),
  });
  work.record('basis.recorded', basis, { to: [agencyId], reasonId: basis.necessityId });
  return basis;
}

async function tellingOf(
  work: Work,
  place: { caseId: string; category: typeof COORDINATION },
  { toldOn, note }: TellingInput,
): Promise<Pick<Basis, 'told' | 'toldOn' | 'toldHowId'>> {
  if (toldOn && toldOn > work.today)
    throw invalid('input.telling.toldOn', 'OUT_OF_ORDER', { ja: '未来の日付です。', en: 'This day lies in the future.' });
  return { told: toldOn ? 'TOLD' : 'NOT_TOLD', toldOn: toldOn ?? null, toldHowId: await explain(work, place, 'REASON', note) };
}

function refuseUncovered({ statute, categories }: RecordBasisInput): void {
  const left = uncovered(statute, categories);
  if (left.length === 0) return;
  const names = left.map((category) => CATEGORY_NAMES[category]).join('、');
  throw invalid('input.categories', 'NOT_ALLOWED', {
    ja: `${STATUTES[statute].name.ja}では扱えない情報区分です：${names}`,
    en: `${STATUTES[statute].name.en} does not cover: ${left.join(', ')}.`,
  });
}

/** When a basis ends by itself. An emergency has no open end: without a day it lasts as long as it may. */
function untilOf(work: Work, { statute, untilOn }: RecordBasisInput): Date | null {
  const { longestDays } = STATUTES[statute];
  const wanted = untilOn ? endOfDay(untilOn) : null;
  if (longestDays === null) return wanted;
  const longest = new Date(endOfDay(work.today).getTime() + longestDays * 86_400_000);
  if (wanted && wanted > longest) {
    throw invalid('input.untilOn', 'OUT_OF_ORDER', {
      ja: `この根拠は${longestDays}日を超えられません。`,
      en: `This ground lasts at most ${longestDays} days.`,
    });
  }
  return wanted ?? longest;
}
