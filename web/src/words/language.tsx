import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

export type Language = 'ja' | 'en';

/** Japanese words, and English ones of exactly the same shape. */
export interface Bilingual<Words> {
  readonly ja: Words;
  readonly en: Words;
}
type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Shape<T[K]>;
};
export const both = <T extends object>(ja: T, en: Shape<T>): Bilingual<Shape<T>> => ({ ja: ja as unknown as Shape<T>, en });

const KEPT = 'tsunagi.language';
const Current = createContext<{ language: Language; choose: (language: Language) => void }>({ language: 'ja', choose: () => undefined });

/** The language that was chosen on this machine; Japanese until somebody chooses. */
export const languageNow = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'ja');

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(languageNow);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    localStorage.setItem(KEPT, chosen);
    setLanguage(chosen);
  };
  return <Current value={{ language, choose }}>{children}</Current>;
}

export const useLanguage = () => useContext(Current);

/** Several words in a row, as the language strings them together. */
export const useList = () => {
  const { language } = useLanguage();
  return (words: readonly string[]) => words.join(language === 'ja' ? '、' : ', ');
};

/** The words of a dictionary in the language of the screen. */
export const useWords = <Words,>(words: Bilingual<Words>): Words => words[useLanguage().language];
