import 'reflect-metadata';
import { ConfigFault, readConfig } from './config.js';
import { createApp } from './create-app.js';
import { openDatabase } from './database/open.js';
import { greeting, help } from './greeting.js';
import { fillEmpty } from './demo/fill-empty.js';

async function start(): Promise<void> {
  const config = readConfig();
  const server = await openDatabase(config);
  const app = await createApp(config, server.url);
  const signIns = await fillEmpty(app.spine);
  process.stdout.write(greeting(app.address, signIns));
  const stop = async () => {
    await app.close();
    await server.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

if (process.argv.includes('--help')) process.stdout.write(help());
else {
  start().catch((fault: unknown) => {
    process.stderr.write(fault instanceof ConfigFault ? `${fault.message}\n` : `${(fault as Error).stack}\n`);
    process.exit(1);
  });
}
