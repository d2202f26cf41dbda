// PostGraphile: how it is asked, and its answers in the floor's shape.
import { flat, graphql, inError, instant, ofCase } from '../ask.mjs';
import { signedToken } from '../token.mjs';

const byRole = new Map();
const forRole = (role, build) => byRole.get(role) ?? byRole.set(role, build(role)).get(role);

const board = (role) =>
  graphql(`query ($id: UUID!) { c: clientCaseByRowId(rowId: $id) { id: rowId number headline status clientName
    ${role === 'PUBLIC_HEALTH_NURSE' ? 'healthNote' : 'employmentNote'}
    keyPerson: staffByKeyPersonId { name agency: agencyByAgencyId { name } }
    members: caseMembersByCaseId(orderBy: [ROW_ID_ASC]) { nodes { id: rowId role staff: staffByStaffId { name agency: agencyByAgencyId { name } } } }
    tasks: tasksByCaseId(orderBy: [DUE_ON_ASC, ROW_ID_ASC]) { nodes { id: rowId title status dueOn owner: staffByOwnerId { name } agency: agencyByAgencyId { name } } }
    conferences: conferencesByCaseId(orderBy: [HELD_AT_DESC]) { nodes { id: rowId heldAt keyPerson: staffByKeyPersonId { name }
      decisions: decisionsByConferenceId(orderBy: [ROW_ID_ASC]) { nodes { id: rowId body } } } } } }`);
const tasks = graphql(`
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
const list = graphql(`
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
const start = graphql(`
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
export const postgraphile = {
  script: 'peers/postgraphile.mjs',
  sql: 'peers/postgraphile.sql',
  user: ['bench_login', 'bench-login'],
  env: { GRAPHILE_ENV: 'production' },
  token: signedToken,
  ask: {
    q1: ({ role }, id) => forRole(role, board)({ id }),
    q2: ({ id }) => tasks({ me: id }),
    q3: () => list({}),
    m1: (staff, task) => start(task),
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
