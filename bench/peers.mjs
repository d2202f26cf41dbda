// How each peer is started, how it is asked for the four works, and how its answer is brought into the floor's shape.
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, openSync } from 'node:fs';
import { here, SERVER_CORE, tokenFor } from './ground.mjs';

const SECRET = 'bench-secret-bench-secret-bench-secret';
export const TODAY = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });

const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
function signedToken(claims) {
  const head = `${json({ alg: 'HS256', typ: 'JWT' })}.${json({ exp: 4_000_000_000, ...claims })}`;
  return `${head}.${createHmac('sha256', SECRET).update(head).digest('base64url')}`;
}

const graphql = (query) => {
  const text = JSON.stringify(query.replace(/\s+/g, ' '));
  return (variables) => ({ path: '/graphql', body: `{"query":${text},"variables":${JSON.stringify(variables)}}` });
};
const plainly = (path) => (body) => ({ path, body: JSON.stringify(body) });
const byRole = new Map();
const forRole = (role, build) => byRole.get(role) ?? byRole.set(role, build(role)).get(role);
const instant = (sessions) => sessions.map((session) => ({ ...session, heldAt: Date.parse(session.heldAt) }));
const byId = (list) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const flat = (task) => task && { ...task, owner: task.owner?.name, agency: task.agency?.name };
const inError = (status, text) => status !== 200 || text.includes('"errors"');

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
const ofCase = ({ case: of, agency, ...task }) => ({ ...task, caseNumber: of.number, caseHeadline: of.headline, agency: agency.name });
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

const board = graphql(`
  query ($id: Uuid!) {
    c: case(id: $id) {
      id
      number
      headline
      status
      household {
        members {
          name
        }
      }
      records {
        category
        body
      }
      keyPerson {
        staff {
          name
        }
        agency {
          name
        }
      }
      members: seats {
        id
        role: profession
        staff {
          name
        }
        agency {
          name
        }
      }
      tasks {
        id
        title: what
        status
        dueOn
        owner: staff {
          name
        }
        agency {
          name
        }
      }
      conferences: sessions {
        id
        heldAt: startsAt
        keyPerson: convenedBy {
          name
        }
        decisions {
          id
          body: what
        }
      }
    }
  }
`);
const tasks = graphql(`
  query {
    t: tasks(unfinished: true, ownedByMe: true, first: 50) {
      id
      title: what
      status
      dueOn
      version
      case {
        number
        headline
      }
      agency {
        name
      }
    }
  }
`);
const list = graphql('query { c: cases(first: 500) { id number headline status keyPerson { staff { name } } openTasks { dueOn } } }');
const start = graphql(`
  mutation ($command: Uuid!, $input: StartTaskInput!) {
    t: startTask(commandId: $command, input: $input) {
      id
      title: what
      status
      dueOn
      version
      owner: staff {
        name
      }
      agency {
        name
      }
    }
  }
`);
const counted = ({ keyPerson, openTasks, ...row }) => ({
  ...row,
  keyPerson: keyPerson.staff.name,
  open: openTasks.length,
  overdue: openTasks.filter(({ dueOn }) => dueOn < TODAY).length,
  nextDueOn: openTasks[0]?.dueOn,
});
const tsunagi = {
  script: 'product.mjs',
  token: ({ id }) => tokenFor(id),
  ask: {
    q1: (staff, id) => board({ id }),
    q2: () => tasks({}),
    q3: () => list({}),
    m1: (staff, { id, version }) => start({ command: randomUUID(), input: { taskId: id, version } }),
  },
  read: {
    q1: ({ data }) => {
      if (!data?.c) return null;
      const { household, records, keyPerson, ...row } = data.c;
      const note = (category) => records.find((record) => record.category === category)?.body;
      return {
        ...row,
        clientName: household.members[0]?.name,
        healthNote: note('HEALTH'),
        employmentNote: note('EMPLOYMENT'),
        keyPerson: { name: keyPerson.staff.name, agency: keyPerson.agency.name },
        members: byId(row.members).map(({ staff, ...seat }) => ({ ...flat(seat), name: staff.name })),
        tasks: row.tasks.map(flat),
        conferences: instant(row.conferences.map((held) => ({ ...held, keyPerson: held.keyPerson.name, decisions: byId(held.decisions) }))),
      };
    },
    q2: ({ data }) => data.t.map(ofCase),
    q3: ({ data }) =>
      data.c
        .map(counted)
        .sort((a, b) => (a.nextDueOn ?? '9').localeCompare(b.nextDueOn ?? '9') || a.id.localeCompare(b.id))
        .slice(0, 50),
    m1: ({ data }) => flat(data?.t),
  },
  failed: inError,
};

export const PEERS = { floor, postgraphile, tsunagi };

/** Starts a peer on its own copy of the world, pinned to the servers' core. Resolves when its port answers. */
export async function launch(name, ground, database, port, options = []) {
  const { script, user, env } = PEERS[name];
  mkdirSync(here('out'), { recursive: true });
  const log = openSync(here(`out/${name}.log`), 'w');
  const child = spawn('taskset', ['-c', SERVER_CORE, process.execPath, '--max-semi-space-size=64', ...options, here(script)], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      JWT_SECRET: SECRET,
      PORT: String(port),
      DATABASE_URL: ground.url(database, user),
      ...env,
    },
    stdio: ['ignore', log, log],
  });
  const began = performance.now();
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended; see bench/out/${name}.log.`);
    const answers = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
    if (answers) return { child, port, pid: child.pid, startedIn: performance.now() - began };
    if (performance.now() - began > 60_000) throw new Error(`${name} did not open its port.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const stop = ({ child }) =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    const hard = setTimeout(() => child.kill('SIGKILL'), 8000);
    child.on('exit', () => resolve(clearTimeout(hard)));
    child.kill();
  });
