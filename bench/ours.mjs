// The product: how it is asked, and its answers in the floor's shape.
import { randomUUID } from 'node:crypto';
import { byId, flat, graphql, inError, instant, ofCase } from './ask.mjs';
import { tokenFor } from './ground.mjs';

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
const list = graphql(
  'query { c: cases(order: NEXT_DUE, first: 50) { id number headline status keyPerson { staff { name } } taskTally { open overdue nextDueOn } } }',
);
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
const counted = ({ keyPerson, taskTally, ...row }) => ({ ...row, keyPerson: keyPerson.staff.name, ...taskTally });
export const tsunagi = {
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
    q3: ({ data }) => data.c.map(counted),
    m1: ({ data }) => flat(data?.t),
  },
  failed: inError,
};
