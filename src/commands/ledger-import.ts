import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { openSpine } from '../create-app.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { readLedger } from './ledger/files.js';
import { problemInWords, progressOn } from './ledger/say.js';
import { rehearse, takeIn } from './ledger/take-in.js';

/*
 * `npm run ledger:import -- <workbook.xlsx or directory of CSV files> [--dry-run]`: takes a ledger in from elsewhere, all of it or nothing.
 * Ends with 0 when it is in (or could be), with 1 after a line for each problem, with 2 when it could not look.
 */

const USE = 'npm run ledger:import -- <台帳.xlsx または CSV のあるディレクトリ> [--dry-run]';

async function main(path: string, isDry: boolean): Promise<number> {
  const tables = await readLedger(path);
  const server = await openDatabase(readConfig());
  try {
    await migrate(server.url);
    const spine = await openSpine(readConfig(), server.url);
    try {
      const problems = await (isDry ? rehearse : takeIn)(spine, tables, progressOn(process.stderr));
      for (const problem of problems) console.log(problemInWords(problem));
      console.log(endOf(problems.length, tables.cases.rows.length, isDry));
      return problems.length === 0 ? 0 : 1;
    } finally {
      await spine.database.close();
    }
  } finally {
    await server.close();
  }
}

function endOf(problems: number, cases: number, isDry: boolean): string {
  if (problems > 0)
    return `問題が${problems}件あります。何も取り込んでいません。 ${problems} problems; nothing was taken in.${isDry ? '' : ' （--dry-run ですべて確認できます。 --dry-run lists them all.）'}`;
  return isDry
    ? `ケース${cases}件に問題はありません。まだ何も取り込んでいません。 Nothing is wrong with these ${cases} cases; nothing was taken in yet.`
    : `ケース${cases}件を取り込みました。 ${cases} cases were taken in.`;
}

try {
  const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean' } }, allowPositionals: true });
  if (positionals.length !== 1) throw new Error(USE);
  process.exitCode = await main(positionals[0]!, values['dry-run'] ?? false);
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 2;
}
