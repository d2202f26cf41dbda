import type { Kind } from './kinds';

/** What a kind is before anything is said of it. */
export const EMPTY: Omit<Kind, 'version' | 'staffId'> = {
  code: '',
  nameJa: '',
  nameEn: '',
  source: '',
  subject: 'CASELOAD',
  needsConsent: false,
  statute: null,
  cadenceTimes: null,
  cadencePer: 'MONTH',
  mandatoryProfessions: [],
  mandatoryAgencyIds: [],
  needsMandatory: [],
  decides: ['TASK'],
  chairTitle: '座長',
  chairProfessions: [],
  recorderProfessions: [],
  quorumPercent: null,
  brings: 'NOTHING',
  takesProposals: true,
  retentionYears: 5,
  reason: '',
};
export type Set = typeof EMPTY;
/** The input as the verbs take it. What no longer may be decided needs nobody any more. */
export function inputOf(set: Set, times: string) {
  return {
    code: set.code,
    nameJa: set.nameJa,
    nameEn: set.nameEn,
    source: set.source,
    subject: set.subject,
    needsConsent: set.needsConsent,
    statute: set.statute,
    cadenceTimes: times === '' ? null : Number(times),
    cadencePer: times === '' ? null : (set.cadencePer ?? EMPTY.cadencePer),
    mandatoryProfessions: set.mandatoryProfessions,
    mandatoryAgencyIds: set.mandatoryAgencyIds,
    needsMandatory: set.needsMandatory.filter((matter) => set.decides.includes(matter)),
    decides: set.decides,
    chairTitle: set.chairTitle,
    chairProfessions: set.chairProfessions,
    recorderProfessions: set.recorderProfessions,
    quorumPercent: set.quorumPercent,
    brings: set.brings,
    takesProposals: set.takesProposals,
    retentionYears: set.retentionYears,
    reason: set.reason ?? '',
  };
}
