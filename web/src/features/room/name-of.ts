import { useLanguage, useWords } from '../../words/language';
import type { Session } from './room';
import { words } from './words';

type Named = Pick<Session, 'number' | 'kind'> & {
  readonly series: { readonly name: string } | null;
  readonly meetingKind: { readonly nameJa: string; readonly nameEn: string } | null;
};

/** What a session is called: the name of its series or kind, and which one it is. */
export function useNameOf() {
  const w = useWords(words);
  const { language } = useLanguage();
  return ({ number, kind, series, meetingKind }: Named) => {
    if (series) return w.nthOf(series.name, number);
    const name = language === 'ja' ? meetingKind?.nameJa : meetingKind?.nameEn;
    return kind === 'CASE_CONFERENCE' || !name ? w.nth(number) : w.nthOf(name, number);
  };
}
