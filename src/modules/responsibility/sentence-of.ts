import type { Language, Sentence } from '../../refusal.js';
import type { Kind } from '../../trail/kinds.js';
import { SENTENCES } from './sentences.js';

/** An entry as its sentence needs it: names where the trail has ids. */
export interface Told {
  readonly kind: Kind;
  readonly actor: string | null;
  readonly facts: Readonly<Record<string, string | null>>;
}

const SYSTEM: Sentence = { ja: 'システム', en: 'The system' };
const HOW: Readonly<Record<string, Sentence>> = {
  BREAK_GLASS: { ja: '緊急閲覧', en: 'break-glass access' },
  OVERSIGHT: { ja: '目的を明示した管理者の閲覧', en: 'oversight access' },
};
/** What can come first on a case. */
const FIRST: Readonly<Record<string, Sentence>> = {
  DAILY_LIFE: { ja: '生活', en: 'daily life' },
  EMPLOYMENT: { ja: '就業', en: 'employment' },
  CHILD: { ja: '子ども', en: 'the child' },
  HEALTH: { ja: '健康', en: 'health' },
  HOUSING: { ja: '住まい', en: 'housing' },
  SAFETY: { ja: '安全', en: 'safety' },
};
const CLIENT: Sentence = { ja: '本人', en: 'the client' };

/** An instant as people in Japan read it on the clock, `2026-11-02 14:00`. */
export const inJapan = (instant: string | Date) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** Who answers for a row: the person, the client, or else the pool of the agency. */
export const ownerOf = (facts: Told['facts'], language: Language) =>
  facts['staffId'] ?? (facts['ownerKind'] === 'CLIENT' ? CLIENT[language] : facts['agencyId']);

/** What an entry says, in words. */
export function sentenceOf({ kind, actor, facts }: Told, language: Language): string {
  const parts: Record<string, string | null | undefined> = {
    actor: actor ?? SYSTEM[language],
    owner: ownerOf(facts, language),
    staff: facts['staffId'],
    agency: facts['agencyId'],
    lead: facts['leadAgencyId'],
    how: HOW[facts['kind'] ?? '']?.[language],
    priority: FIRST[facts['priority'] ?? '']?.[language],
    until: facts['until'] && inJapan(facts['until']),
    due: facts['dueOn'],
    since: facts['since'],
    last: facts['until'],
    from: facts['fromDueOn'],
    to: facts['toDueOn'],
    expires: facts['expiresAt'] && inJapan(facts['expiresAt']),
    left: facts['left'],
    starts: facts['startsAt'] && inJapan(facts['startsAt']),
    cases: facts['cases'],
    tasks: facts['tasks'],
  };
  const told = SENTENCES[kind][language].replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '—');
  return told.charAt(0).toUpperCase() + told.slice(1);
}
