import type { CellReading } from './cells.js';
import { columnsOf, SHEETS, SHEET_NAMES, type Column, type SheetName } from './sheets.js';
import type { Directory } from './directory.js';
import type { Lines, Problem, SheetRow, Tables } from './ledger.js';

/** What could be read of the tables, and every cell that could not. A line with a faulty cell is not among the lines. */
export function readLines(tables: Tables, directory: Directory): { lines: Lines; problems: Problem[] } {
  const problems: Problem[] = SHEET_NAMES.flatMap((sheet) => faultyHeadings(tables, sheet));
  const linesOf = (sheet: SheetName) =>
    tables[sheet].rows.flatMap((row) => {
      const { values, faults } = readRow(sheet, row, directory);
      problems.push(...faults);
      return faults.length > 0 ? [] : [{ sheet, row: row.row, ...values }];
    });
  const lines = Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, linesOf(sheet)])) as unknown as Lines;
  return { lines, problems };
}

/** A heading that is missing, or that nobody knows: a column passed over in silence would lose what people wrote. */
function faultyHeadings(tables: Tables, sheet: SheetName): Problem[] {
  const { headings, rows } = tables[sheet];
  if (headings.length === 0 && rows.length === 0) return [];
  const known = columnsOf(sheet);
  const missing = known.filter(([, column]) => column.required && !headings.includes(column.heading));
  const strange = headings.filter((heading) => heading !== '' && !known.some(([, column]) => column.heading === heading));
  const at = (column: string) => ({ sheet, row: 1, column });
  return [
    ...missing.map(([, { heading }]): Problem => ({
      ...at(heading),
      code: 'REQUIRED',
      sentence: { ja: `「${heading}」の列がありません。`, en: `The column "${heading}" is missing.` },
    })),
    ...strange.map((heading): Problem => ({
      ...at(heading),
      code: 'NOT_ALLOWED',
      sentence: {
        ja: `「${SHEETS[sheet].name}」に「${heading}」という列はありません。`,
        en: `There is no column "${heading}" in ${SHEETS[sheet].name}.`,
      },
    })),
  ];
}

function readRow(sheet: SheetName, { row, cells }: SheetRow, directory: Directory): { values: Record<string, unknown>; faults: Problem[] } {
  const values: Record<string, unknown> = {};
  const faults: Problem[] = [];
  for (const [key, column] of columnsOf(sheet)) {
    const reading = readCell(column, cells[column.heading]?.trim() ?? '', directory);
    if ('code' in reading) faults.push({ sheet, row, column: column.heading, ...reading });
    else values[key] = reading.value;
  }
  return { values, faults };
}

function readCell(column: Column, text: string, directory: Directory): CellReading {
  if (text !== '') return column.read(text, directory);
  if (!column.required) return { value: null };
  return { code: 'REQUIRED', sentence: { ja: '入力してください。', en: 'This may not be empty.' } };
}
