import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { openSpine } from '../create-app.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { readDirectory } from '../modules/ledger/directory.js';
import { exportLedger } from '../modules/ledger/export-ledger.js';
import type { Tables } from '../modules/ledger/ledger.js';
import { writeLedger } from './ledger/files.js';

/*
 * `npm run ledger:export -- <workbook.xlsx or directory>`: writes the ledger of every open case, to be taken in elsewhere, and leaves an
 * entry in the trail. Ends with 0, or with 2 when it could not.
 */

const LEDGER = { kind: 'system', name: 'system:ledger' } as const;
const USE = 'npm run ledger:export -- <台帳.xlsx または ディレクトリ>';

async function main(path: string): Promise<void> {
  const server = await openDatabase(readConfig());
  try {
    await migrate(server.url);
    const { act, database } = await openSpine(readConfig(), server.url);
    try {
      const given: Tables[] = [];
      await act.run(
        LEDGER,
        randomUUID(),
        exportLedger((tables) => given.push(tables)),
        await readDirectory(database),
      );
      const ledger = given[0]!;
      await writeLedger(path, ledger);
      console.log(`ケース${ledger.cases.rows.length}件を ${path} に書き出しました。 ${ledger.cases.rows.length} cases are in ${path}.`);
      console.log('住所や記録は含みません。個人情報です。 It holds no addresses and no records, but personal data: keep it safe.');
    } finally {
      await database.close();
    }
  } finally {
    await server.close();
  }
}

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length !== 1) throw new Error(USE);
  await main(positionals[0]!);
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 2;
}
