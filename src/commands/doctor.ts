import { ConfigFault, readConfig, type Config } from '../config.js';
import { openDatabase } from '../database/open.js';
import { startFault } from '../start-fault.js';
import { examineHouse } from './doctor/examine-house.js';
import { settingsFindings } from './doctor/around.js';
import { summaryOf, textOf, wrong, type Finding } from './doctor/finding.js';

/*
 * `npm run doctor [-- --json]`: what is wrong with this installation, in sentences, and what to do about it. Changes nothing.
 * Ends with 0 when all is well or only needs a look, with 1 when something is wrong, with 2 when the settings or the database cannot be read at all.
 */

async function examine(): Promise<{ findings: Finding[]; couldLook: boolean }> {
  let config: Config | null = null;
  try {
    config = readConfig();
    const server = await openDatabase(config);
    try {
      return { findings: [...settingsFindings(config), ...(await examineHouse(config, server.url))], couldLook: true };
    } finally {
      await server.close();
    }
  } catch (fault) {
    const sentence = fault instanceof ConfigFault ? fault.message : (startFault(fault, config) ?? (fault as Error).message);
    const part = fault instanceof ConfigFault ? 'settings' : 'database';
    const cure = {
      ja: '設定（README の Settings）とデータベースを確かめてください。',
      en: 'Look at the settings (README, Settings) and at the database.',
    };
    return { findings: [wrong(part, { ja: `使用できません：${sentence}`, en: sentence }, cure)], couldLook: false };
  }
}

const { findings, couldLook } = await examine();
const isWrong = findings.some(({ state }) => state === 'WRONG');
process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify({ findings })}\n` : `${findings.map(textOf).join('\n')}\n\n${summaryOf(findings)}\n`,
);
process.exitCode = couldLook ? Number(isWrong) : 2;
