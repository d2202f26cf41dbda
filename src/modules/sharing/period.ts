import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';

/** The instant at which a day in Japan is over. */
export const endOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000);

interface Period {
  readonly agencyIds?: readonly string[];
  readonly categories: readonly string[];
  readonly untilOn?: string | null;
}

/** `INVALID` for a basis that names nobody or nothing, or whose last day is over before it begins. */
export function refuseEmptyPeriod(work: Work, { agencyIds, categories, untilOn }: Period): void {
  if (agencyIds?.length === 0)
    throw invalid('input.agencyIds', 'REQUIRED', { ja: '提供先の機関を選んでください。', en: 'Please choose at least one agency.' });
  if (categories.length === 0)
    throw invalid('input.categories', 'REQUIRED', { ja: '情報区分を選んでください。', en: 'Please choose at least one category.' });
  if (untilOn && untilOn < work.today)
    throw invalid('input.untilOn', 'OUT_OF_ORDER', { ja: '終了日が開始日より前です。', en: 'This ends before it begins.' });
}
