import { useQueryClient } from '@tanstack/react-query';
import { useLanguage, useWords } from '../../words/language';
import { words } from './words';

/** Sentences of the product itself come in the language of the request, so they are asked for again. */
export function LanguageSwitch() {
  const w = useWords(words);
  const { language, choose } = useLanguage();
  const cache = useQueryClient();
  return (
    <button
      type="button"
      lang={language === 'ja' ? 'en' : 'ja'}
      className="min-h-10 self-start rounded-8 px-2 text-key-900 underline hover:bg-key-50"
      aria-label={w.languageLabel}
      onClick={() => {
        choose(language === 'ja' ? 'en' : 'ja');
        void cache.invalidateQueries();
      }}
    >
      {w.language}
    </button>
  );
}
