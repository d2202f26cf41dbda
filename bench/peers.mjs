// How each peer is started, how it is asked for the four works, and how its answer is brought into the floor's shape.
import { createHmac } from 'node:crypto';
import { flat, graphql, inError, instant, ofCase, TODAY } from './ask.mjs';
import { tsunagi } from './ours.mjs';

export const SECRET = 'bench-secret-bench-secret-bench-secret';

const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
function signedToken(claims) {
  const head = `${json({ alg: 'HS256', typ: 'JWT' })}.${json({ exp: 4_000_000_000, ...claims })}`;
  return `${head}.${createHmac('sha256', SECRET).update(head).digest('base64url')}`;
}

const plainly = (path) => (body) => ({ path, body: JSON.stringify(body) });
const byRole = new Map();
const forRole = (role, build) => byRole.get(role) ?? byRole.set(role, build(role)).get(role);

const floor = {
  script: 'peers/floor.mjs',
  token: ({ id, role }) => signedToken({ sub: id, role }),
  ask: {
    q1: (staff, caseId) => plainly('/q1')({ caseId }),
    q2: () => plainly('/q2')({}),
    q3: () => plainly('/q3')({ today: TODAY }),
    m1: (staff, task) => plainly('/m1')(task),
  },
  read: { q1: (row) => row && { ...row, conferences: instant(row.conferences) }, q2: (rows) => rows, q3: (rows) => rows, m1: (row) => row },
  failed: (status) => status !== 200,
};

const postgraphileBoard = (role) =>
  graphql(`query ($id: UUID!) { c: clientCaseByRowId(rowId: $id) { id: rowId number headline status clientName
    ${role === 'PUBLIC_HEALTH_NURSE' ? 'healthNote' : 'employmentNote'}
    keyPerson: staffByKeyPersonId { name agency: agencyByAgencyId { name } }
    members: caseMembersByCaseId(orderBy: [ROW_ID_ASC]) { nodes { id: rowId role staff: staffByStaffId { name agency: agencyByAgencyId { name } } } }
    tasks: tasksByCaseId(orderBy: [DUE_ON_ASC, ROW_ID_ASC]) { nodes { id: rowId title status dueOn owner: staffByOwnerId { name } agency: agencyByAgencyId { name } } }
    conferences: conferencesByCaseId(orderBy: [HELD_AT_DESC]) { nodes { id: rowId heldAt keyPerson: staffByKeyPersonId { name }
      decisions: decisionsByConferenceId(orderBy: [ROW_ID_ASC]) { nodes { id: rowId body } } } } } }`);
const postgraphileTasks = graphql(`
  query ($me: UUID!) {
    t: allTasks(condition: { ownerId: $me, isOpen: true }, orderBy: [DUE_ON_ASC, ROW_ID_ASC], first: 50) {
      nodes {
        id: rowId
        title
        status
        dueOn
        version
        case: clientCaseByCaseId {
          number
          headline
        }
        agency: agencyByAgencyId {
          name
        }
      }
    }
  }
`);
const postgraphileList = graphql(`
  query {
    c: allCaseOverviews(orderBy: [NEXT_DUE_ON_ASC, ROW_ID_ASC], first: 50) {
      nodes {
        id: rowId
        number
        headline
        status
        open
        overdue
        nextDueOn
        keyPerson: staffByKeyPersonId {
          name
        }
      }
    }
  }
`);
const postgraphileStart = graphql(`
  mutation ($id: UUID!, $version: Int!) {
    startTask(input: { taskId: $id, expectedVersion: $version }) {
      result {
        id: rowId
        title
        status
        dueOn
        version
        owner: staffByOwnerId {
          name
        }
        agency: agencyByAgencyId {
          name
        }
      }
    }
  }
`);
const postgraphile = {
  script: 'peers/postgraphile.mjs',
  sql: 'peers/postgraphile.sql',
  user: ['bench_login', 'bench-login'],
  env: { GRAPHILE_ENV: 'production' },
  token: floor.token,
  ask: {
    q1: ({ role }, id) => forRole(role, postgraphileBoard)({ id }),
    q2: ({ id }) => postgraphileTasks({ me: id }),
    q3: () => postgraphileList({}),
    m1: (staff, task) => postgraphileStart(task),
  },
  read: {
    q1: ({ data: { c } }) =>
      c && {
        ...c,
        keyPerson: { ...c.keyPerson, agency: c.keyPerson.agency.name },
        members: c.members.nodes.map(({ staff, ...seat }) => ({ ...seat, name: staff.name, agency: staff.agency.name })),
        tasks: c.tasks.nodes.map(flat),
        conferences: instant(
          c.conferences.nodes.map((held) => ({ ...held, keyPerson: held.keyPerson.name, decisions: held.decisions.nodes })),
        ),
      },
    q2: ({ data }) => data.t.nodes.map(ofCase),
    q3: ({ data }) => data.c.nodes.map((row) => ({ ...row, keyPerson: row.keyPerson.name })),
    m1: ({ data }) => flat(data?.startTask?.result),
  },
  failed: inError,
};

export const PEERS = { floor, postgraphile, tsunagi };
