import { conflict, invalid, type Sentence } from '../../refusal.js';
import type { PlanStatus, SupportPlan } from './support-plan.entity.js';

const STANDS: Readonly<Record<keyof typeof PlanStatus, Sentence>> = {
  DRAFT: { ja: 'このプランはまだ作成中です。', en: 'This plan is still a draft.' },
  PROPOSED: { ja: 'このプランは会議に諮られています。', en: 'This plan has been put to a meeting.' },
  RETURNED: { ja: 'このプランは差し戻されています。', en: 'This plan was returned.' },
  APPROVED: {
    ja: 'このプランは決定しています。変えるには変更案を作成してください。',
    en: 'This plan is approved. To change it, please draft an amendment.',
  },
  AMENDED: { ja: 'このプランは新しいプランに替わりました。', en: 'A new plan has taken the place of this one.' },
  EVALUATED: { ja: 'このプランは終結しています。', en: 'This plan has ended.' },
  WITHDRAWN: { ja: 'このプランは取り下げられました。', en: 'This plan was withdrawn.' },
};

/** `CONFLICT`, saying how the plan stands, unless it is in one of these states. */
export function refusePlanUnless(plan: SupportPlan, ...states: (keyof typeof PlanStatus)[]): void {
  if (!states.includes(plan.status)) throw conflict(STANDS[plan.status]);
}

/** The days of a plan: it begins, is looked at, and ends. */
export type PlanPeriod = Pick<SupportPlan, 'startsOn' | 'endsOn' | 'reviewOn'>;

/** `INVALID` for a plan that ends before it begins, is over already, or is reviewed outside its period. */
export function refuseUnfitPeriod({ startsOn, endsOn, reviewOn }: PlanPeriod, today: string): void {
  if (endsOn <= startsOn)
    throw invalid('input.endsOn', 'OUT_OF_ORDER', { ja: '期間の終わりは始まりより後にしてください。', en: 'A plan ends after it begins.' });
  if (endsOn < today)
    throw invalid('input.endsOn', 'IN_THE_PAST', { ja: '期間がすでに終わっています。', en: 'The period is over already.' });
  if (reviewOn < startsOn || reviewOn > endsOn)
    throw invalid('input.reviewOn', 'OUT_OF_ORDER', {
      ja: '見直しの日は期間の中にしてください。',
      en: 'A plan is reviewed within its period.',
    });
  if (reviewOn < today)
    throw invalid('input.reviewOn', 'IN_THE_PAST', { ja: '見直しの日が過去です。', en: 'The day of the review lies in the past.' });
}
