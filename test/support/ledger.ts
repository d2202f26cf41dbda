import type { Tables } from '../../src/modules/ledger/ledger.js';
import { columnsOf, SHEET_NAMES, SHEETS, type SheetName } from '../../src/modules/ledger/sheets.js';

/** The lines of a ledger by sheet, each line its cells in the order of the columns. */
export type Written = Partial<Record<SheetName, readonly (readonly string[])[]>>;

/** A ledger as it would lie in a file. */
export function ledgerOf(written: Written): Tables {
  const tableOf = (sheet: SheetName) => {
    const headings = columnsOf(sheet).map(([, { heading }]) => heading);
    const rows = (written[sheet] ?? []).map((cells, at) => ({
      row: at + 2,
      cells: Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? ''])),
    }));
    return { headings, rows };
  };
  return Object.fromEntries(SHEET_NAMES.map((sheet) => [sheet, tableOf(sheet)])) as unknown as Tables;
}

/** A problem as `sheet row column code`. */
export const placeOf = ({ sheet, row, column, code }: { sheet: SheetName; row: number; column: string | null; code: string }) =>
  [SHEETS[sheet].name, row, column ?? '', code].join(' ').replace('  ', ' ');

/** Two families of 武蔵野市: one that Hello Work knows of by consent, one that only two departments of the city know. */
export const TWO_FAMILIES: Written = {
  cases: [
    ['相談-0031', '離婚後の転居と仕事探し', '子ども家庭支援センター', 'sato', 'R8.4.10'],
    ['2026-0001', '子どもの不登校と家計の立て直し', '生活福祉課', '高橋健一', '2025年12月1日'],
  ],
  members: [
    ['相談-0031', '本人', '青木 まゆみ', 'あおき まゆみ', '平成元年5月3日', '', '', ''],
    ['相談-0031', '子', '青木 りく', 'アオキ リク', '2018/9/12', '小学校', '第三小学校', '令和7年4月1日'],
    ['2026-0001', '本人', '𠮷田 翼', 'よしだ つばさ', '', '', '', ''],
  ],
  bases: [
    [
      '相談-0031',
      'ハローワーク三鷹',
      '本人同意',
      '提供する',
      '就業・職歴・求職希望、学歴・資格・修学',
      '就労支援',
      '署名',
      '',
      '2026-06-01',
      '',
      '',
      '',
      '',
    ],
  ],
  seats: [
    ['相談-0031', 'sato', '子ども家庭支援センター', '子どものケースワーカー'],
    ['相談-0031', '渡辺 誠', 'ハローワーク三鷹', 'ハローワーク就職支援ナビゲーター'],
    ['2026-0001', 'ito', '健康課', '保健師'],
  ],
  tasks: [
    ['相談-0031', '求人を三件示す', '就業・職歴・求職希望', '職員', 'watanabe', 'ハローワーク三鷹', '2026-11-01', '対応中'],
    ['相談-0031', '児童扶養手当の現況届を出す', '収入・手当・貸付・債務', '本人', '', '子ども家庭支援センター', '2027-01-31', '受諾'],
    ['2026-0001', '家庭訪問をする', '健康・心理', '機関', '', '健康課', '2027-02-01', '依頼中'],
  ],
};
