// How each peer is started, how it is asked for the four works, and how its answer is brought into the floor's shape.
import { instant, TODAY } from './ask.mjs';
import { tsunagi } from './ours.mjs';
import { postgraphile } from './asked/postgraphile.mjs';
import { tutorial } from './asked/tutorial.mjs';
import { signedToken } from './token.mjs';

const plainly = (path) => (body) => ({ path, body: JSON.stringify(body) });

const floor = {
  script: 'peers/floor.mjs',
  token: signedToken,
  ask: {
    q1: (staff, caseId) => plainly('/q1')({ caseId }),
    q2: () => plainly('/q2')({}),
    q3: () => plainly('/q3')({ today: TODAY }),
    m1: (staff, task) => plainly('/m1')(task),
  },
  read: { q1: (row) => row && { ...row, conferences: instant(row.conferences) }, q2: (rows) => rows, q3: (rows) => rows, m1: (row) => row },
  failed: (status) => status !== 200,
};

export const PEERS = { floor, postgraphile, tutorial, tsunagi };
