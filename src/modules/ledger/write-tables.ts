import { createHash } from 'node:crypto';
import type { Directory } from './directory.js';
import type { Lines, Table, Tables } from './ledger.js';
import { columnsOf, SHEET_NAMES, type SheetName } from './sheets.js';

/**
 * A ledger as tables: every column of every sheet, in order. What is written so is read as the same ledger again, and a ledger is
 * written in the same order whatever its rows are called in the database.
 */
export function writeTables(lines: Lines, directory: Directory): Tables {
  const tableOf = (sheet: SheetName): Table => {
    const columns = columnsOf(sheet);
    const written = lines[sheet].map((line) => {
      const values = line as unknown as Record<string, unknown>;
      return columns.map(([key, { write }]) => ((values[key] ?? null) === null ? '' : write(values[key] as never, directory)));
    });
    const headings = columns.map(([, { heading }]) => heading);
    const rows = written.toSorted(inOrder).map((texts, at) => {
      return { row: at + 2, cells: Object.fromEntries(headings.map((heading, column) => [heading, texts[column]!])) };
    });
    return { headings, rows };
  };
  return Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, tableOf(sheet)])) as unknown as Tables;
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((text, column) => text !== b[column]);
  return differs < 0 ? 0 : a[differs]! < b[differs]! ? -1 : 1;
}

/** SHA-256 of what a ledger says, in hexadecimal: the same whether it lies in a workbook or in CSV files. */
export function digestOf(tables: Tables): string {
  const said = SHEET_NAMES.map((sheet) =>
    tables[sheet].rows.map(({ cells }) => columnsOf(sheet).map(([, { heading }]) => cells[heading]?.trim().normalize('NFC') ?? '')),
  );
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
