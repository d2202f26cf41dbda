import { serverAudits } from 'graphql-http';
import { House } from '../support/house.js';

/* GraphQL over HTTP, as its working group audits servers: https://graphql.github.io/graphql-over-http */

let house: House;
let token: string;
beforeAll(async () => {
  house = await House.open();
  ({ token } = await house.person('sato'));
});
afterAll(() => house.close());

/** What the specification would rather have and we do otherwise; each with the reason. */
const NOTHING_RAN = 'Nothing was run, and 400 says so to whatever stands between; clients read the body, which is the same.';
const ONLY_POST = 'Queries in addresses end up in logs and histories, and can be sent by other sites: there is only POST.';
const OTHERWISE: Readonly<Record<string, string>> = {
  '572B': NOTHING_RAN,
  FDE2: NOTHING_RAN,
  '7B9B': NOTHING_RAN,
  '5A70': ONLY_POST,
  D6D5: ONLY_POST,
  '6A70': ONLY_POST,
};

/** As a program with a token: some audits ask for the schema. */
const signedIn: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), authorization: `Bearer ${token}` } });

const audits = serverAudits({ url: () => `${house.address}/graphql`, fetchFn: signedIn });

it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (id, name, audit) => {
  const { status } = await audit.fn();
  const isArgued = id in OTHERWISE && !name.startsWith('MUST');
  expect({ name, status }).toEqual({ name, status: isArgued ? expect.stringMatching(/^(warn|notice)$/) : 'ok' });
});
