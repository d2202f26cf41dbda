import { demonstrate } from '../support/demonstration.js';
import { House } from '../support/house.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { fuzz } from './fuzz.js';

/* A slice of `npm run fuzz`, always the same; the command sends fifty thousand others. */

it('whatever is sent, the answer is a refusal or an answer, and tells nothing of the inside', async () => {
  const house = await House.open({ settings: { COST_BUDGET: '50000' } });
  try {
    await demonstrate(house);
    const rows = await house.behind<{ id: string }>(
      'select id from support_case union select id from task union select id from conference_session union select id from staff',
    );
    const range = { address: house.address, password: DEMO_PASSWORD, logins: ['sato', 'kato', 'ito'], ids: rows.map(({ id }) => id) };
    expect(await fuzz({ ...range, seed: 20_261_125, requests: 600, atOnce: 4 })).toEqual([]);
  } finally {
    await house.close();
  }
});
