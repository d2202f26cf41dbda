import holidayJp from '@holiday-jp/holiday_jp';

/** National holidays (国民の祝日, substitute and in-between ones included) as the Cabinet Office publishes and projects them, to 2050. */
const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(holidayJp.holidays));

const DAY_MS = 86_400_000;
const SUNDAY = 0;
const SATURDAY = 6;

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
const next = (day: string) => new Date(midnight(day).getTime() + DAY_MS).toISOString().slice(0, 10);

/** 年末年始: 29 December to 3 January, when public offices are closed (行政機関の休日に関する法律 第1条). */
const isTurnOfYear = (day: string) => day.slice(5) >= '12-29' || day.slice(5) <= '01-03';

/** Whether public offices in Japan are open on a day of the calendar (`YYYY-MM-DD`). */
export function isBusinessDay(day: string): boolean {
  const weekday = midnight(day).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !HOLIDAYS.has(day) && !isTurnOfYear(day);
}

/** The business day that is so many (at least one) business days after a day, which itself does not count. */
export function businessDaysAfter(day: string, count: number): string {
  let reached = day;
  for (let counted = 0; counted < count;) {
    reached = next(reached);
    if (isBusinessDay(reached)) counted++;
  }
  return reached;
}
