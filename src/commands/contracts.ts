import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema } from 'graphql';
import { readConfig } from '../config.js';
import { assemble } from '../create-app.js';
import { openThrowaway } from '../database/throwaway.js';
import { endpointsOf } from './contracts/endpoints.js';
import { policyPage } from './contracts/policy-page.js';
import { hotStatements } from './contracts/hot-statements.js';
import { withPlans } from './contracts/plans.js';

/*
 * Emits what reviewers read as diffs: the schema, what each endpoint declares, the policy, and the SQL of the hot queries.
 * With `--check` it writes nothing and fails when a file is not what the code says.
 */

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

async function contracts(): Promise<Record<string, string>> {
  const server = await openThrowaway();
  try {
    const { nest, spine } = await assemble(readConfig({ LOG_LEVEL: 'silent' }), server.url);
    await nest.init();
    const emitted = {
      'src/graphql/schema.graphql': `${printSchema(nest.get(GraphQLSchemaHost).schema)}\n`,
      'docs/contracts/endpoints.md': endpointsOf(nest),
      'docs/contracts/policy.md': policyPage(),
      'docs/contracts/hot-statements.sql': await withPlans(server.url, (planOf) => hotStatements(spine.database, planOf)),
    };
    await nest.close();
    await spine.database.close();
    return emitted;
  } finally {
    await server.close();
  }
}

async function main(): Promise<void> {
  const emitted = await contracts();
  const stale: string[] = [];
  for (const [path, text] of Object.entries(emitted)) {
    const present = await readFile(root(path), 'utf8').catch(() => '');
    if (present === text) continue;
    stale.push(path);
    if (!process.argv.includes('--check')) await writeFile(root(path), text);
  }
  if (stale.length === 0) return console.log('Every contract is up to date.');
  console.log(`${process.argv.includes('--check') ? 'Out of date (npm run contracts)' : 'Written'}: ${stale.join(', ')}`);
  if (process.argv.includes('--check')) process.exitCode = 1;
}

await main();
