import { serverAudits } from 'graphql-http';
import { House } from '../support/house.js';

/* GraphQL over HTTP, as its working group audits servers: https://graphql.github.io/graphql-over-http */

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** What the specification would rather have, or may have, and we do otherwise; each with the reason. */
const OTHERWISE: Readonly<Record<string, string>> = {};

const audits = serverAudits({ url: () => `${house.address}/graphql`, fetchFn: fetch });

it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (id, name, audit) => {
  const { status } = await audit.fn();
  const isArgued = id in OTHERWISE;
  expect({ name, status, isArgued }).toEqual({ name, status: isArgued ? 'warn' : 'ok', isArgued: isArgued && !name.startsWith('MUST') });
});
