// The product as `npm start` runs it, on a database and a port that the bench names.
import { readConfig } from '../dist/src/config.js';
import { startProduct } from '../dist/src/start.js';

const config = readConfig({
  PORT: process.env.PORT,
  DATABASE_URL: process.env.DATABASE_URL,
  HEADS_DIR: `/tmp/tsunagi-bench-heads-${process.env.PORT}`,
  LOG_LEVEL: 'error',
  DEMO: 'false',
  // Counted as ever; the people of the bench ask more often than people do.
  RATE_PER_PERSON: '1000000',
  RATE_PER_AGENCY: '1000000',
  RATE_PER_ADDRESS: '1000000',
});
const product = await startProduct(config);
process.on('SIGTERM', () => void product.stop().then(() => process.exit(0)));
