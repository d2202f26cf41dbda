/* The product on the database of `DATABASE_URL`, with everything on. */
import { readConfig } from '../../dist/src/config.js';
import { createApp } from '../../dist/src/create-app.js';
import { answering } from './answering.mjs';

const config = readConfig();
const app = await createApp(config, config.databaseUrl);
answering(Number(new URL(app.address).port));
