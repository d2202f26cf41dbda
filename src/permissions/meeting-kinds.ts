import type { Sentence } from '../refusal.js';
import { STATUTES, type Statute } from './bases.js';
import type { InformationCategory } from './categories.js';

/** What the name of a meeting promises in law. The name alone says little: 支援調整会議 is two different things. */
export interface MeetingKind {
  readonly name: Sentence;
  /** A case comes to it only with the client's consent. */
  readonly needsConsent: boolean;
  /** The statute under which its members may speak without consent, bound to secrecy: what is said stays among those invited. */
  readonly statute: Statute | null;
}

const kind = (ja: string, en: string, more: Partial<MeetingKind> = {}): MeetingKind => ({
  name: { ja, en },
  needsConsent: false,
  statute: null,
  ...more,
});

/** The meetings about one case that the sources and their statutes know. Defaults for a municipality to confirm. */
export const MEETING_KINDS = {
  CASE_CONFERENCE: kind('カンファレンス', 'case conference'),
  SUPPORT_ADJUSTMENT_MEETING: kind('支援調整会議（生活困窮者自立支援制度）', 'support adjustment meeting', { needsConsent: true }),
  MULTILAYERED_SUPPORT_MEETING: kind('重層的支援会議', 'multilayered support meeting', { needsConsent: true }),
  SUPPORT_MEETING: kind('支援会議（生活困窮者自立支援法 第9条）', 'support meeting (art. 9)', { statute: 'NEEDY_ACT_9' }),
  WELFARE_SUPPORT_MEETING: kind('支援会議（社会福祉法 第106条の6）', 'support meeting (art. 106-6)', { statute: 'SW_ACT_106_6' }),
  INDIVIDUAL_CASE_REVIEW_MEETING: kind('個別ケース検討会議（要対協）', 'individual case review meeting', {
    statute: 'CHILD_WELFARE_ACT_25_2',
  }),
  WOMEN_SUPPORT_ADJUSTMENT_MEETING: kind('支援調整会議（困難女性支援法 第15条）', 'support adjustment meeting for women', {
    statute: 'WOMEN_ACT_15',
  }),
} as const satisfies Record<string, MeetingKind>;
export type MeetingKindName = keyof typeof MEETING_KINDS;
export const MEETING_KIND_NAMES = Object.keys(MEETING_KINDS) as readonly MeetingKindName[];

/** The categories that members of a meeting may speak of among themselves; none where each agency needs a basis of its own. */
export const coveredBy = (name: MeetingKindName): readonly InformationCategory[] => {
  const { statute } = MEETING_KINDS[name];
  return statute ? STATUTES[statute].covers : [];
};

/** The kinds that can take a case to which the client has not consented. */
export const withoutConsent = (): readonly MeetingKind[] => Object.values(MEETING_KINDS).filter(({ statute }) => statute !== null);
