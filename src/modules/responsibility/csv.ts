export type Cell = string | number | null | undefined;

/**
 * Spreadsheets run a cell as a formula when it begins with one of these, in half or full width (OWASP, CSV injection).
 * People write such things honestly, so the cell keeps its text, behind an apostrophe.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
/** The same once it has been written. */
const HELD = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/** The text of a cell that `csv` wrote. */
export const textOfCell = (written: string): string => written.replace(HELD, '');

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replace(FORMULA, "'$&");
  return /["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180) in UTF-8, with the mark that makes spreadsheets notice; without headings it goes on where another ended. */
export const csv = (headings: readonly string[] | null, rows: readonly (readonly Cell[])[]): string =>
  `${headings ? '\uFEFF' : ''}${[...(headings ? [headings] : []), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
