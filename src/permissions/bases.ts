import { INFORMATION_CATEGORIES, type InformationCategory } from './categories.js';
import type { Sentence } from '../refusal.js';

/** A ground on which an agency may know something about a family. */
export interface Ground {
  readonly name: Sentence;
  /** Where the ground is written. A default to be confirmed by each municipality, no claim of legal sufficiency. */
  readonly citation: string;
  readonly covers: readonly InformationCategory[];
  /** The longest it can last, in days; `null` when it has no end of its own. */
  readonly longestDays: number | null;
}

const all = INFORMATION_CATEGORIES;
const without = (...left: readonly InformationCategory[]) => all.filter((category) => !left.includes(category));
const ground = (
  ja: string,
  en: string,
  citation: string,
  covers: readonly InformationCategory[],
  longestDays: number | null = null,
): Ground => ({
  name: { ja, en },
  citation,
  covers,
  longestDays,
});

/** The client's own consent: the ground that every other gives way to. */
export const CONSENT = 'CONSENT';
/** Departments of one municipality, for the purpose for which it holds the information. */
export const INTERNAL_USE = 'INTERNAL_USE';

/** Every ground but consent and internal use, which come about by themselves: through `recordConsent` and with a seat. */
export const STATUTES = {
  NEEDY_ACT_9: ground(
    '生活困窮者自立支援法 第9条（支援会議）',
    'Support meeting, Act on Self-reliance Support for Needy Persons, art. 9',
    '生活困窮者自立支援法 第9条',
    without('CHILD'),
  ),
  SW_ACT_106_6: ground(
    '社会福祉法 第106条の6（支援会議）',
    'Support meeting, Social Welfare Act, art. 106-6',
    '社会福祉法 第106条の6',
    all,
  ),
  CHILD_WELFARE_ACT_25_2: ground(
    '児童福祉法 第25条の2（要対協）',
    'Regional council for children, Child Welfare Act, art. 25-2',
    '児童福祉法 第25条の2',
    without('EMPLOYMENT', 'CONSULTATION'),
  ),
  WOMEN_ACT_15: ground(
    '困難女性支援法 第15条（支援調整会議）',
    'Support adjustment meeting, Act on Support for Women, art. 15',
    '困難な問題を抱える女性への支援に関する法律 第15条',
    all,
  ),
  PROTECTION_ACT_27_3: ground(
    '生活保護法 第27条の3（調整会議）',
    'Coordination meeting, Public Assistance Act, art. 27-3',
    '生活保護法 第27条の3',
    without('SAFETY', 'CHILD'),
  ),
  APPI_69_2_2: ground(
    '個人情報保護法 第69条2項2号（内部利用・相当の理由）',
    'Act on the Protection of Personal Information, art. 69(2)(ii)',
    '個人情報の保護に関する法律 第69条2項2号',
    without('SAFETY'),
  ),
  APPI_69_2_3: ground(
    '個人情報保護法 第69条2項3号（他機関への提供・相当の理由）',
    'Act on the Protection of Personal Information, art. 69(2)(iii)',
    '個人情報の保護に関する法律 第69条2項3号',
    without('SAFETY'),
  ),
  APPI_69_2_4: ground(
    '個人情報保護法 第69条2項4号（本人の利益・特別の理由）',
    'Act on the Protection of Personal Information, art. 69(2)(iv)',
    '個人情報の保護に関する法律 第69条2項4号',
    all,
  ),
  EMERGENCY: ground(
    '緊急（生命・身体の保護）',
    'Emergency: protection of life and body',
    '個人情報の保護に関する法律 第69条2項4号',
    all,
    7,
  ),
} as const satisfies Record<string, Ground>;
export type Statute = keyof typeof STATUTES;

export const STATUTE_NAMES = Object.keys(STATUTES) as readonly Statute[];

/** What a share is for (domain vocabulary of consent). */
export const PURPOSES = ['SUPPORT_PLAN', 'EMPLOYMENT', 'SAFETY', 'STATISTICS'] as const;

/** The categories that a ground does not cover, among those wanted. */
export const uncovered = (statute: Statute, wanted: readonly InformationCategory[]): InformationCategory[] =>
  wanted.filter((category) => !STATUTES[statute].covers.includes(category));
