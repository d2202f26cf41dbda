import type { Sentence } from '../refusal.js';
import { CONSENT, INTERNAL_USE, STATUTES, type Statute } from './bases.js';
import { INFORMATION_CATEGORIES, type InformationCategory } from './categories.js';
import type { LiveAccess } from './actor.js';
import { AS_LOOKING } from './looking.js';
import { CATEGORY_NAMES, inEnglish, ROW_NAMES } from './names.js';
import { LEVELS, type Level, type NeedToKnow, type NeedToKnowRow } from './need-to-know.js';
import type { Profession } from './professions.js';

/** A basis as it stood at an instant, for one agency. */
export interface StandingBasis {
  readonly kind: typeof CONSENT | typeof INTERNAL_USE | Statute;
  readonly provision: 'PERMIT' | 'DENY';
  readonly categories: readonly InformationCategory[];
  /** Days in Japan, `YYYY-MM-DD`; the last one included, `null` without an end. */
  readonly sinceOn: string;
  readonly untilOn: string | null;
}

/** From where someone looks at a case at an instant: as what, for which agency, and on which bases that agency knows of it. */
export interface Standpoint {
  readonly profession: Profession;
  readonly isKeyPerson: boolean;
  readonly agency: string;
  readonly bases: readonly StandingBasis[];
  readonly accesses: readonly StandingAccess[];
}

/** An extraordinary access that lives: what it opens, whatever basis and need to know say, and until when in Japan. */
export interface StandingAccess {
  readonly kind: LiveAccess['kind'];
  readonly categories: readonly InformationCategory[];
  readonly until: string;
}

/** That someone is a member of a session held under a statute, and what it covers. */
export interface StandingMembership {
  readonly sessionId: string;
  readonly number: number;
  readonly covers: readonly InformationCategory[];
}

/** How much of a category someone sees, and why exactly that much. */
export interface Sight {
  readonly category: InformationCategory;
  readonly level: Level;
  readonly because: Sentence;
}

/** The name of a ground as people say it. */
export function groundName(kind: StandingBasis['kind']): Sentence {
  if (kind === CONSENT) return { ja: '本人の同意', en: 'the client’s consent' };
  if (kind === INTERNAL_USE) return { ja: '庁内での利用（個人情報保護法 第69条1項）', en: 'internal use within the municipality' };
  return STATUTES[kind].name;
}

/** What someone sees of each category from their standpoint. The same policy as the rules, said category by category in words. */
export const sightOf = (table: NeedToKnow, from: Standpoint): Sight[] =>
  INFORMATION_CATEGORIES.map((category) => {
    const sight = sightInto(table, from, category);
    const access = from.accesses.find(({ categories }) => categories.includes(category));
    return access && LEVELS.indexOf(sight.level) < LEVELS.indexOf('READ')
      ? { category, level: 'READ', because: looksUntil(access) }
      : sight;
  });

/** What a member of a session under a statute reads of what was said there, in words; it reaches nothing else of the case. */
export function memberSight(table: NeedToKnow, from: Standpoint, { number, covers }: StandingMembership): Sentence {
  const read = covers.filter((category) => LEVELS.indexOf(need(table, from, category).level) >= LEVELS.indexOf('READ'));
  const [ja, en] = [read.map((category) => `「${CATEGORY_NAMES[category]}」`).join(''), read.map(inEnglish).join(', ')];
  return {
    ja: `第${number}回（同意によらない会議）の構成員として、そこで話されたことのうち${ja ? `${ja}と` : ''}調整の事項を閲覧できます。`,
    en: `As a member of session ${number}, held without consent, reads of what was said there ${en ? `${en} and ` : ''}what coordinates.`,
  };
}

function sightInto(table: NeedToKnow, from: Standpoint, category: InformationCategory): Sight {
  const about = from.bases.filter((basis) => basis.categories.includes(category));
  const denied = about.find(({ provision }) => provision === 'DENY');
  const permitted = about.find(({ provision }) => provision === 'PERMIT');
  const { who, level } = need(table, from, category);
  if (denied) return { category, level: 'NONE', because: refusedBy(denied, from.agency) };
  if (!permitted) return { category, level: 'NONE', because: withoutBasis(from.agency) };
  if (level === 'NONE') return { category, level, because: withoutNeed(who, category) };
  return { category, level, because: because(who, level, from.agency, permitted) };
}

/** The row of the table that reaches further: that of the profession, or beside it that of the key person. */
function need(
  table: NeedToKnow,
  { profession, isKeyPerson }: Standpoint,
  category: InformationCategory,
): { who: NeedToKnowRow; level: Level } {
  const [own, key] = [table[profession][category], table.KEY_PERSON[category]];
  return isKeyPerson && LEVELS.indexOf(key) > LEVELS.indexOf(own) ? { who: 'KEY_PERSON', level: key } : { who: profession, level: own };
}

const DOING: Readonly<Record<Exclude<Level, 'NONE'>, Sentence>> = {
  HEADLINE: { ja: '見出しまで見られます', en: 'sees headlines' },
  READ: { ja: '閲覧できます', en: 'reads' },
  WRITE: { ja: '閲覧と記入ができます', en: 'reads and writes' },
};

const looksUntil = ({ kind, until }: StandingAccess): Sentence => ({
  ja: `${AS_LOOKING[kind].ja}、${until}まで閲覧できます。`,
  en: `Reads ${AS_LOOKING[kind].en}, until ${until}.`,
});

const refusedBy = ({ sinceOn }: StandingBasis, agency: string): Sentence => ({
  ja: `${sinceOn}から、本人が${agency}への提供を断っています。`,
  en: `Since ${sinceOn} the client refuses that ${agency} is told.`,
});

const withoutBasis = (agency: string): Sentence => ({
  ja: `${agency}に提供する根拠がありません。`,
  en: `There is no basis for telling ${agency}.`,
});

const withoutNeed = (who: NeedToKnowRow, category: InformationCategory): Sentence => ({
  ja: `${ROW_NAMES[who]}の業務に「${CATEGORY_NAMES[category]}」は必要とされていません。`,
  en: `The work of a ${inEnglish(who)} does not need ${inEnglish(category)}.`,
});

function because(who: NeedToKnowRow, level: Exclude<Level, 'NONE'>, agency: string, basis: StandingBasis): Sentence {
  const { sinceOn, untilOn } = basis;
  const ground = groundName(basis.kind);
  return {
    ja: `${ROW_NAMES[who]}として${DOING[level].ja}。${agency}には${ground.ja}があります（${sinceOn}から${untilOn ? `${untilOn}まで` : '期限なし'}）。`,
    en: `As ${inEnglish(who)} ${DOING[level].en}: ${agency} has ${ground.en}, from ${sinceOn}${untilOn ? ` to ${untilOn}` : ''}.`,
  };
}
