import type { Category, InformationCategory } from '../cases/category.js';
import type { HouseholdMember } from '../cases/household-member.entity.js';
import type { Schooling } from '../cases/schooling.entity.js';
import type { Basis } from '../sharing/basis.entity.js';
import type { Consent } from '../sharing/consent.entity.js';
import type { Posting } from '../people/posting.entity.js';
import type { Task } from '../tasks/task.entity.js';
import type { FieldFault, RefusalCode, Sentence } from '../../refusal.js';
import type { SheetName } from './sheets.js';

/** A ledger (台帳) as it lies in a file: rows of cells by heading, each sheet with the headings that it has. */
export type Tables = Readonly<Record<SheetName, Table>>;

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** A row as people count it in their spreadsheet: the headings are row 1. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Where something stands in a ledger. */
export interface Line {
  readonly sheet: SheetName;
  readonly row: number;
}

/** What keeps a ledger from being taken in, and where. */
export interface Problem extends Line {
  /** The heading of the column; `null` when it is about the whole row. */
  readonly column: string | null;
  readonly code: FieldFault['code'] | RefusalCode;
  readonly sentence: Sentence;
}

interface OfCase extends Line {
  readonly number: string;
}

export interface LedgerMember extends OfCase {
  readonly relation: HouseholdMember['relation'];
  readonly name: string;
  readonly kana: string;
  readonly bornOn: string | null;
  readonly schoolKind: Schooling['kind'] | null;
  readonly schoolName: string | null;
  readonly schoolSince: string | null;
}

export interface LedgerBasis extends OfCase {
  readonly agencyId: string;
  readonly kind: Basis['kind'];
  readonly provision: Basis['provision'];
  readonly categories: InformationCategory[];
  readonly purpose: Basis['purpose'];
  readonly evidence: Consent['evidence'] | null;
  readonly witnessId: string | null;
  readonly givenOn: string | null;
  readonly untilOn: string | null;
  readonly necessity: string | null;
  readonly toldOn: string | null;
  readonly toldHow: string | null;
}

export interface LedgerSeat extends OfCase {
  readonly staffId: string;
  readonly agencyId: string;
  readonly profession: Posting['profession'];
}

export interface LedgerTask extends OfCase {
  readonly what: string;
  readonly category: Category;
  readonly ownerKind: Task['ownerKind'];
  readonly staffId: string | null;
  readonly agencyId: string;
  readonly dueOn: string;
  readonly status: 'OFFERED' | 'ACCEPTED' | 'IN_PROGRESS';
}

export interface LedgerCase extends OfCase {
  readonly headline: string;
  readonly leadAgencyId: string;
  readonly keyPersonId: string;
  readonly openedOn: string;
}

/** The lines of each sheet, read. */
export interface Lines {
  readonly cases: readonly LedgerCase[];
  readonly members: readonly LedgerMember[];
  readonly bases: readonly LedgerBasis[];
  readonly seats: readonly LedgerSeat[];
  readonly tasks: readonly LedgerTask[];
}

/** A case with everything that the ledger says of it. */
export interface Family extends LedgerCase, Omit<Lines, 'cases'> {}
