/*
 * Years as offices count them: by era (和暦), and from April to March (年度).
 */

const PARTS = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

interface EraDay {
  readonly era: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function inEra(day: string): EraDay {
  const parts = Object.fromEntries(PARTS.formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]));
  return { era: parts['era']!, year: Number(parts['year']), month: Number(parts['month']), day: Number(parts['day']) };
}

const yearName = (era: string, year: number) => `${era}${year === 1 ? '元' : year}`;

/** A day in Japanese reckoning: 2019-04-30 is 平成31年4月30日, the day after is 令和元年5月1日. */
export function wareki(day: string): string {
  const { era, year, month, day: date } = inEra(day);
  return `${yearName(era, year)}年${month}月${date}日`;
}

/** The fiscal year (4月–3月) in which a day lies, by the year in which it began. */
export const fiscalYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);

/** First and last day of a fiscal year. */
export const daysOfFiscalYear = (year: number): { from: string; to: string } => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` });

/**
 * A fiscal year as offices name it: by the era in which it ends, so that 2019 is 令和元年度; where that era began only in its last
 * months, by the one in which it began, so that 1988 is 昭和63年度.
 */
export function fiscalYearName(year: number): string {
  const { from, to } = daysOfFiscalYear(year);
  const end = inEra(to);
  if (end.year > 1) return `${yearName(end.era, end.year - 1)}年度`;
  const start = inEra(from);
  return `${yearName(start.era, start.year)}年度`;
}
