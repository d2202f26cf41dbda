import { both } from '../../words/language';

/** How the codes of consent and bases are called. */
export const names = both(
  {
    purpose: { SUPPORT_PLAN: '支援計画', EMPLOYMENT: '就労支援', SAFETY: '安全確保', STATISTICS: '統計' },
    evidence: { SIGNED_FORM: '署名のある書面', VERBAL_WITH_WITNESS: '口頭（立会人あり）' },
    told: { CONSENTED: '本人が同意', TOLD: '説明済み', NOT_TOLD: '未説明', NOT_NEEDED: '説明は不要（庁内）' },
  },
  {
    purpose: { SUPPORT_PLAN: 'support plan', EMPLOYMENT: 'employment', SAFETY: 'safety', STATISTICS: 'statistics' },
    evidence: { SIGNED_FORM: 'A signed form', VERBAL_WITH_WITNESS: 'Verbal, before a witness' },
    told: { CONSENTED: 'consented', TOLD: 'was told', NOT_TOLD: 'not told', NOT_NEEDED: 'no need to tell (internal)' },
  },
);
