import { now } from '../clock';
import { useLanguage, type Language } from './language';

const ZONE = { timeZone: 'Asia/Tokyo' } as const;
const LOCALE = { ja: 'ja-JP', en: 'en-GB' } as const;
const noon = (day: string) => new Date(`${day}T12:00:00+09:00`);

/** A calendar day in Japan as the API writes it. */
export const dayOf = (moment: string | number | Date) => new Date(moment).toLocaleDateString('sv-SE', ZONE);
export const today = () => dayOf(now());
export const plusDays = (day: string, days: number) => dayOf(noon(day).getTime() + days * 86_400_000);
/** The last day of a month that is written `YYYY-MM`. */
export const lastDayOf = (month: string) => {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return plusDays(at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`, -1);
};
export const daysUntil = (day: string) => Math.round((noon(day).getTime() - noon(today()).getTime()) / 86_400_000);

const write = (language: Language, options: Intl.DateTimeFormatOptions, date: Date) =>
  new Intl.DateTimeFormat(LOCALE[language], { ...ZONE, ...options }).format(date);

const japanese = (day: string) =>
  new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { ...ZONE, year: 'numeric', month: 'long', day: 'numeric', era: 'long' }).format(
    noon(day),
  );

export interface Dates {
  /** 11月28日(土), the year where it is another one. */
  readonly day: (day: string) => string;
  /** 令和8年11月28日 */
  readonly era: (day: string) => string;
  /** 平成3年2月14日生; in English by the common calendar. */
  readonly born: (day: string) => string;
  readonly weekday: (day: string) => string;
  readonly time: (moment: string | number) => string;
  readonly clock: (moment: number) => string;
  readonly moment: (moment: string) => string;
}

const datesIn = (language: Language): Dates => {
  const day = (given: string) => {
    const year = given.slice(0, 4) === today().slice(0, 4) ? undefined : 'numeric';
    return write(language, { year, month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' }, noon(given));
  };
  const time = (moment: string | number) => write(language, { hour: '2-digit', minute: '2-digit', hour12: false }, new Date(moment));
  return {
    day,
    era: japanese,
    weekday: (given) => write(language, { weekday: 'short' }, noon(given)),
    born: (given) => (language === 'ja' ? `${japanese(given)}生` : `born ${write(language, { dateStyle: 'long' }, noon(given))}`),
    time,
    clock: (moment) => write(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }, new Date(moment)),
    moment: (moment) => `${day(dayOf(moment))} ${time(moment)}`,
  };
};

export const DATES = { ja: datesIn('ja'), en: datesIn('en') };
export const useDates = (): Dates => DATES[useLanguage().language];
