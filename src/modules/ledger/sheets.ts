import { CalendarDate, Kana, Narrative, ShortText } from '../../graphql/scalars.js';
import { CONSENT, STATUTE_NAMES, type PURPOSES } from '../../permissions/bases.js';
import { CATEGORIES, INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { CATEGORY_NAMES, ROW_NAMES } from '../../permissions/names.js';
import { ON_CASE_PROFESSIONS } from '../../permissions/professions.js';
import { agency, oneOf, severalOf, shaped, staff, type Cell } from './cells.js';
import { dayIn } from './day-in.js';

/** A column of a sheet: its heading, whether every line needs it, and how its cells are read and written. */
export interface Column extends Cell {
  readonly heading: string;
  readonly required: boolean;
}

const column = (heading: string, cell: Cell): Column => ({ heading, required: true, ...cell });
const optional = (heading: string, cell: Cell): Column => ({ heading, required: false, ...cell });

const line = shaped(ShortText);
const narrative = shaped(Narrative);
const day = shaped(CalendarDate, dayIn);

const RELATION_NAMES = { SUBJECT: '本人', CHILD: '子', OTHER: 'その他' } as const;
const SCHOOL_NAMES = {
  NURSERY: '保育園',
  KINDERGARTEN: '幼稚園',
  ELEMENTARY: '小学校',
  JUNIOR_HIGH: '中学校',
  HIGH_SCHOOL: '高等学校',
  OTHER: 'その他',
};
const GROUND_NAMES = Object.fromEntries([[CONSENT, '本人同意'], ...STATUTE_NAMES.map((name) => [name, name])]) as Record<string, string>;
const PROVISION_NAMES = { PERMIT: '提供する', DENY: '提供しない' };
const PURPOSE_NAMES: Record<(typeof PURPOSES)[number], string> = {
  SUPPORT_PLAN: '支援計画',
  EMPLOYMENT: '就労支援',
  SAFETY: '安全の確保',
  STATISTICS: '統計',
};
const EVIDENCE_NAMES = { SIGNED_FORM: '署名', VERBAL_WITH_WITNESS: '口頭（立会人あり）' };
const OWNER_NAMES = { STAFF: '職員', AGENCY: '機関', CLIENT: '本人' };
const TASK_NAMES = { OFFERED: '依頼中', ACCEPTED: '受諾', IN_PROGRESS: '対応中' };
const PROFESSION_NAMES = Object.fromEntries(ON_CASE_PROFESSIONS.map((name) => [name, ROW_NAMES[name]]));
const ALL_CATEGORY_NAMES = Object.fromEntries(CATEGORIES.map((name) => [name, name === 'COORDINATION' ? '調整' : CATEGORY_NAMES[name]]));
const INFORMATION_NAMES = Object.fromEntries(INFORMATION_CATEGORIES.map((name) => [name, CATEGORY_NAMES[name]]));

const number = column('ケース番号', line);

/**
 * The sheets of a ledger (台帳) and their columns. Every line names the case that it belongs to; the number that a case had
 * elsewhere is the number that it keeps.
 */
export const SHEETS = {
  cases: {
    name: 'ケース',
    columns: {
      number,
      headline: column('見出し', line),
      leadAgencyId: column('主担当機関', agency),
      keyPersonId: column('キーパーソン', staff),
      openedOn: column('開始日', day),
    },
  },
  members: {
    name: '世帯',
    columns: {
      number,
      relation: column('続柄', oneOf(RELATION_NAMES)),
      name: column('氏名', line),
      kana: column('ふりがな', shaped(Kana)),
      bornOn: optional('生年月日', day),
      schoolKind: optional('学校等の種別', oneOf(SCHOOL_NAMES)),
      schoolName: optional('学校等', line),
      schoolSince: optional('入学日', day),
    },
  },
  bases: {
    name: '根拠',
    columns: {
      number,
      agencyId: column('機関', agency),
      kind: column('根拠', oneOf(GROUND_NAMES)),
      provision: column('提供', oneOf(PROVISION_NAMES)),
      categories: column('情報区分', severalOf(INFORMATION_NAMES)),
      purpose: column('利用目的', oneOf(PURPOSE_NAMES)),
      evidence: optional('同意の方法', oneOf(EVIDENCE_NAMES)),
      witnessId: optional('立会人', staff),
      givenOn: optional('同意日', day),
      untilOn: optional('期限', day),
      necessity: optional('必要性', narrative),
      toldOn: optional('本人に伝えた日', day),
      toldHow: optional('伝え方・伝えない理由', narrative),
    },
  },
  seats: {
    name: '担当',
    columns: {
      number,
      staffId: column('職員', staff),
      agencyId: column('機関', agency),
      profession: column('職種', oneOf(PROFESSION_NAMES)),
    },
  },
  tasks: {
    name: '対応事項',
    columns: {
      number,
      what: column('何を', line),
      category: column('情報区分', oneOf(ALL_CATEGORY_NAMES)),
      ownerKind: column('担当の種類', oneOf(OWNER_NAMES)),
      staffId: optional('職員', staff),
      agencyId: column('機関', agency),
      dueOn: column('いつまでに', day),
      status: column('状態', oneOf(TASK_NAMES)),
    },
  },
} as const satisfies Record<string, { readonly name: string; readonly columns: Readonly<Record<string, Column>> }>;

export type SheetName = keyof typeof SHEETS;
export const SHEET_NAMES = Object.keys(SHEETS) as readonly SheetName[];

export const columnsOf = (sheet: SheetName): readonly [string, Column][] => Object.entries(SHEETS[sheet].columns);
