import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { csv, textOfCell } from '../../modules/responsibility/csv.js';
import type { Table, Tables } from '../../modules/ledger/ledger.js';
import { SHEETS, SHEET_NAMES, type SheetName } from '../../modules/ledger/sheets.js';

/*
 * A ledger is a workbook (.xlsx) with a sheet for each part, or a directory with a CSV file for each: ケース, 世帯, 根拠, 担当, 対応事項.
 */

type Cells = readonly (readonly unknown[])[];

/** What is wrong with the files themselves, in a sentence of both languages. */
export class UnreadableLedger extends Error {}

const isWorkbook = (path: string) => extname(path).toLowerCase() === '.xlsx';

/** Reads a ledger. CSV may be UTF-8 or Shift_JIS, as spreadsheets in Japan write it. Throws `UnreadableLedger`. */
export async function readLedger(path: string): Promise<Tables> {
  const found = isWorkbook(path) ? await sheetsOf(path) : await filesIn(path);
  const strange = [...found.keys()].filter((name) => !SHEET_NAMES.some((sheet) => SHEETS[sheet].name === name));
  const known = SHEET_NAMES.map((sheet) => SHEETS[sheet].name);
  if (strange.length > 0)
    throw new UnreadableLedger(
      `台帳にない表です：${strange.join('、')}（あるのは${known.join('、')}）。 No part of a ledger: ${strange.join(', ')}.`,
    );
  if (!found.has(SHEETS.cases.name))
    throw new UnreadableLedger(`「${SHEETS.cases.name}」の表がありません。 The table ${SHEETS.cases.name} is missing.`);
  return tablesOf((sheet) => tableOf(found.get(SHEETS[sheet].name) ?? []));
}

async function sheetsOf(path: string): Promise<Map<string, Cells>> {
  const sheets = await readWorkbook(path).catch((fault: Error) => {
    throw new UnreadableLedger(`${path} はExcelの表として読めません。 ${path} cannot be read as a workbook: ${fault.message}`);
  });
  return new Map(sheets.filter(({ data }) => data.length > 0).map(({ sheet, data }) => [sheet.trim(), data]));
}

async function filesIn(path: string): Promise<Map<string, Cells>> {
  const names = await readdir(path).catch(() => {
    throw new UnreadableLedger(`${path} がありません。 There is no ${path}: neither a workbook (.xlsx) nor a directory of CSV files.`);
  });
  const files = names.filter((name) => extname(name).toLowerCase() === '.csv');
  const read = files.map(async (name) => [name.slice(0, -4).normalize('NFC'), await cellsOf(join(path, name))] as const);
  return new Map(await Promise.all(read));
}

async function cellsOf(file: string): Promise<Cells> {
  try {
    const rows = parse(textOf(await readFile(file)), { bom: true, relax_column_count: true });
    return rows.map((row) => row.map(textOfCell));
  } catch (fault) {
    throw new UnreadableLedger(`${file} はCSVとして読めません。 ${file} cannot be read as CSV: ${(fault as Error).message}`);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  }
}

/** Blank rows are passed over, but counted: people look a row up by its number. */
function tableOf([first = [], ...rest]: Cells): Table {
  const headings = first.map(text);
  const rows = rest.map((cells, at) => {
    return { row: at + 2, cells: Object.fromEntries(headings.map((heading, column) => [heading, text(cells[column])])) };
  });
  return { headings, rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')) };
}

function text(cell: unknown): string {
  // A spreadsheet keeps a day as midnight of that day in UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}

/** Writes a ledger as a workbook, or as CSV files in a directory. Everything is text, so that numbers keep their zeros. */
export async function writeLedger(path: string, tables: Tables): Promise<void> {
  const cellsIn = ({ headings, rows }: Table) => rows.map(({ cells }) => headings.map((heading) => cells[heading] ?? ''));
  if (isWorkbook(path)) {
    const sheets = SHEET_NAMES.map((sheet) => {
      const { headings } = tables[sheet];
      const asText = (value: string) => (value === '' ? null : { value, type: String });
      const top = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
      return {
        sheet: SHEETS[sheet].name,
        data: [top, ...cellsIn(tables[sheet]).map((row) => row.map(asText))],
        columns: headings.map(() => ({ width: 18 })),
        stickyRowsCount: 1,
      };
    });
    await writeWorkbook(sheets).toFile(path);
    return;
  }
  await mkdir(path, { recursive: true });
  const write = (sheet: SheetName) =>
    writeFile(join(path, `${SHEETS[sheet].name}.csv`), csv(tables[sheet].headings, cellsIn(tables[sheet])));
  await Promise.all(SHEET_NAMES.map(write));
}

const tablesOf = (table: (sheet: SheetName) => Table): Tables =>
  Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, table(sheet)])) as unknown as Tables;
