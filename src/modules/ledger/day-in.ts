/** The years before the first of each era, by the ways in which its name is written. */
const ERAS: readonly [RegExp, number][] = [
  [/^(令和|令|R)/i, 2018],
  [/^(平成|平|H)/i, 1988],
  [/^(昭和|昭|S)/i, 1925],
  [/^(大正|大|T)/i, 1911],
  [/^(明治|明|M)/i, 1867],
];
const PARTS = /^(元|\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/;

const two = (text: string) => text.padStart(2, '0');

/**
 * A day as ledgers write it, as `YYYY-MM-DD`: 2026/4/1, 2026年4月1日, 令和8年4月1日, R8.4.1, in half or full width.
 * What is no day comes back as it is.
 */
export function dayIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const [era, before] = ERAS.find(([name]) => name.test(plain)) ?? [/^(?=\d{4}\D)/, 0];
  const parts = era.test(plain) && PARTS.exec(plain.replace(era, ''));
  if (!parts) return text;
  const [, year, month, day] = parts as unknown as [string, string, string, string];
  return `${before + (year === '元' ? 1 : Number(year))}-${two(month)}-${two(day)}`;
}
