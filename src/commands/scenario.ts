import 'reflect-metadata';
import { readConfig, type Config } from '../config.js';
import { firstAccount } from '../greeting.js';
import { startFault } from '../start-fault.js';
import { Differs } from './scenario/differs.js';
import { reachProduct } from './scenario/product.js';
import { SCENES } from './scenario/scenes.js';
import { NobodyThere, Story } from './scenario/story.js';
import { examine } from './trail-verify/examine.js';

/*
 * `npm run scenario`: plays the conference of 武蔵野市 through the public API, as separate people on separate sockets.
 * Joins the running product of these settings, or starts it for the occasion. Ends with 0 when everything was as in the
 * story; with 1 when something differed, saying what; with 2 when it could not begin.
 */

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function play(config: Config): Promise<void> {
  const product = await reachProduct(config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void product.leave().finally(() => process.exit(130)));
  try {
    say(
      product.wasRunning
        ? `動いている製品 ${product.address} で　On the running product`
        : `この場で起動した ${product.address} で　Started for this`,
    );
    for (const line of firstAccount(product.administrator)) say(line);
    const place = { url: product.databaseUrl, headsDir: config.headsDir };
    const began = performance.now();
    const story = await Story.begin({ address: product.address, examine: (kept) => examine(place, kept), write: say });
    try {
      await story.play(SCENES);
    } finally {
      story.end();
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(`\n物語のとおりでした（${SCENES.length}場、${story.transcript.lines}行、${seconds}秒）。`);
    say(`Everything was as in the story: ${SCENES.length} scenes, ${story.transcript.lines} lines, ${seconds} s.`);
  } finally {
    await product.leave();
  }
}

const NOBODY = [
  'このデータベースには実演用の職員がいません（DEMO=false で作られたものです）。',
  'The people of the demonstration are not in this database: it was begun with DEMO=false. Take an empty DATA_DIR or DATABASE_URL, with DEMO=true.',
].join('\n');

let config: Config | null = null;
try {
  config = readConfig();
  await play(config);
} catch (fault) {
  const differs = fault instanceof Differs ? `\n物語と違います。 This differs from the story:\n${fault.message}` : null;
  const nobody = fault instanceof NobodyThere ? NOBODY : null;
  process.stderr.write(`${differs ?? nobody ?? startFault(fault, config) ?? (fault as Error).stack}\n`);
  process.exitCode = differs ? 1 : 2;
}
