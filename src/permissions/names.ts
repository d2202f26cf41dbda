import type { InformationCategory } from './categories.js';
import type { GRANTED_AS } from './grant.js';
import type { Level, NeedToKnowRow } from './need-to-know.js';

/** The categories as people of the field call them. */
export const CATEGORY_NAMES: Readonly<Record<InformationCategory, string>> = {
  LIFE: '生活状況',
  HEALTH: '健康・心理',
  EMPLOYMENT: '就業・職歴・求職希望',
  EDUCATION: '学歴・資格・修学',
  CHILD: '子育て・子ども・学校',
  INCOME: '収入・手当・貸付・債務',
  HOUSING: '住まい',
  FAMILY: '家族・離婚経緯',
  SAFETY: 'DV・虐待',
  IDENTITY: '連絡先・番号',
  CONSULTATION: '職業相談の内容',
};

/** The rows of the need-to-know table. */
export const ROW_NAMES: Readonly<Record<NeedToKnowRow, string>> = {
  CASEWORKER: 'ケースワーカー',
  CHILD_CASEWORKER: '子どものケースワーカー',
  PUBLIC_HEALTH_NURSE: '保健師',
  HELLO_WORK_NAVIGATOR: 'ハローワーク就職支援ナビゲーター',
  SINGLE_PARENT_SUPPORT_WORKER: '母子・父子自立支援員',
  EMPLOYMENT_SPECIALIST: '就業支援専門員',
  EMPLOYMENT_SUPPORT_WORKER: '就労支援員',
  PROGRAMME_PLANNER: 'プログラム策定員',
  CONSULTATION_SUPPORT_WORKER: '相談支援員',
  WOMENS_COUNSELLOR: '女性相談支援員',
  COUNSELLOR: '心理カウンセラー',
  COORDINATOR: 'コーディネーター',
  CLERK: '事務職員',
  MANAGER: '管理者',
  SYSTEM_ADMINISTRATOR: 'システム管理者',
  INFORMATION_OFFICER: '個人情報保護担当',
  KEY_PERSON: 'キーパーソン',
};

/** As what somebody sees something. */
export const GRANTED_AS_NAMES: Readonly<Record<(typeof GRANTED_AS)[number], string>> = {
  STAFF: '職員',
  SEAT: '担当者',
  MEETING: '会議の構成員',
  SERIES: '定例会議の参加者',
  KEY_PERSON: 'キーパーソン',
  MANAGER: '管理者',
  ADMINISTRATOR: 'システム管理者',
  INFORMATION_OFFICER: '個人情報保護担当',
  CONCERNED: '本人',
  BREAK_GLASS: '緊急閲覧',
  OVERSIGHT: '目的を明示した管理者の閲覧',
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { NONE: '—', HEADLINE: '見出し', READ: '閲覧', WRITE: '記入' };

/** A code as English words: `PUBLIC_HEALTH_NURSE` is a public health nurse. */
export const inEnglish = (code: string) => code.toLowerCase().replaceAll('_', ' ');
