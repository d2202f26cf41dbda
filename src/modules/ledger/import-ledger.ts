import type { Work } from '../../database/work.js';
import { conflict } from '../../refusal.js';
import { importFamily } from './import-family.js';
import type { Family } from './ledger.js';
import { LedgerTransfer } from './ledger-transfer.entity.js';

export interface ImportLedgerInput {
  /** SHA-256 of the ledger's content, in hexadecimal. */
  readonly digest: string;
  readonly families: readonly Family[];
}

/**
 * Takes a ledger in: every family of it, or none. Refusals are `Misfit`s that name the line. `CONFLICT` when it was taken in already.
 * `done` hears after each family how many there are.
 */
export const importLedger = (done: (families: number) => void) =>
  async function importLedger(work: Work, { digest, families }: ImportLedgerInput): Promise<LedgerTransfer> {
    work.must('transfer', {}, LedgerTransfer);
    if (await work.scope.first(LedgerTransfer, { digest, direction: 'IN' }))
      throw conflict({ ja: 'この台帳はすでに取り込まれています。', en: 'This ledger has been taken in already.' });
    const tasks = families.reduce((sum, family) => sum + family.tasks.length, 0);
    const transfer = await work.insert(LedgerTransfer, { direction: 'IN', digest, cases: families.length, tasks });
    work.record('ledger.imported', transfer, { digest, cases: families.length, tasks });
    for (const [at, family] of families.entries()) {
      await importFamily(work, family, transfer.id);
      done(at + 1);
    }
    return transfer;
  };
