import { v5 as idOf } from 'uuid';
import { Refusal } from '../../refusal.js';
import type { Spine } from '../../spine.js';
import { readDirectory } from '../../modules/ledger/directory.js';
import { familiesIn } from '../../modules/ledger/families.js';
import { importLedger } from '../../modules/ledger/import-ledger.js';
import type { Family, Problem, Tables } from '../../modules/ledger/ledger.js';
import { Misfit } from '../../modules/ledger/misfit.js';
import { digestOf } from '../../modules/ledger/write-tables.js';

const LEDGER = { kind: 'system', name: 'system:ledger' } as const;
/** Names the commands that take ledgers in: the same ledger is always the same command. */
const COMMANDS = '5f1d7a52-3c1e-4b7e-9d0e-0a5f6f0c1d02';

/** How far it has come: families of all. */
export type Progress = (stage: 'rehearsing' | 'importing', done: number, of: number) => void;

type Parts = Pick<Spine, 'act' | 'database'>;

/** Every problem of a ledger. Its families are tried out one by one, each taken back again, only when nothing is wrong with what it says. */
export async function rehearse({ act, database }: Parts, tables: Tables, progress: Progress): Promise<readonly Problem[]> {
  const { families, problems } = familiesIn(tables, await readDirectory(database));
  if (problems.length > 0) return problems;
  const found: Problem[] = [];
  for (const [at, family] of families.entries()) {
    const input = { digest: digestOf(tables), families: [family] };
    await act.rehearse(LEDGER, importLedger(ignored), input).catch((fault: unknown) => found.push(problemOf(fault, family)));
    progress('rehearsing', at + 1, families.length);
  }
  return found;
}

/**
 * Takes a ledger in, all of it or nothing. Brings back what stood in the way, or nothing when it is in. Safe to repeat after it broke off:
 * what is in is not taken in twice.
 */
export async function takeIn({ act, database }: Parts, tables: Tables, progress: Progress): Promise<readonly Problem[]> {
  const { families, problems } = familiesIn(tables, await readDirectory(database));
  if (problems.length > 0) return problems;
  const digest = digestOf(tables);
  const done = (count: number) => progress('importing', count, families.length);
  try {
    await act.run(LEDGER, idOf(digest, COMMANDS), importLedger(done), { digest, families });
    return [];
  } catch (fault) {
    return [problemOf(fault, families[0])];
  }
}

const ignored = () => undefined;

/** A refusal as a problem of the line that it came from; of the case where the database says so only at the end. */
function problemOf(fault: unknown, family: Family | undefined): Problem {
  if (!(fault instanceof Refusal)) throw fault;
  const { sheet, row } = fault instanceof Misfit ? fault.line : { sheet: 'cases' as const, row: family?.row ?? 1 };
  return { sheet, row, column: null, code: fault.fields[0]?.code ?? fault.code, sentence: fault.sentence };
}
