// NestJS as tutorials write it: how it is asked, and its answers in the floor's shape.
import { flat, graphql, inError, instant, ofCase } from '../ask.mjs';
import { signedToken } from '../token.mjs';

const board = graphql(`
  query ($id: ID!) {
    c: clientCase(id: $id) {
      id
      number
      headline
      status
      clientName
      healthNote
      employmentNote
      keyPerson {
        name
        agency {
          name
        }
      }
      members {
        id
        role
        staff {
          name
          agency {
            name
          }
        }
      }
      tasks {
        id
        title
        status
        dueOn
        owner {
          name
        }
        agency {
          name
        }
      }
      conferences {
        id
        heldAt
        keyPerson {
          name
        }
        decisions {
          id
          body
        }
      }
    }
  }
`);
const tasks = graphql('query { t: myOpenTasks(first: 50) { id title status dueOn version case { number headline } agency { name } } }');
const list = graphql('query { c: myCases(first: 50) { id number headline status open overdue nextDueOn keyPerson { name } } }');
const start = graphql(`
  mutation ($id: ID!, $version: Int!) {
    t: startTask(id: $id, version: $version) {
      id
      title
      status
      dueOn
      version
      owner {
        name
      }
      agency {
        name
      }
    }
  }
`);

export const tutorial = {
  script: 'peers/dist/tutorial/main.js',
  token: signedToken,
  ask: {
    q1: (staff, id) => board({ id }),
    q2: () => tasks({}),
    q3: () => list({}),
    m1: (staff, task) => start(task),
  },
  read: {
    q1: ({ data: { c } }) =>
      c && {
        ...c,
        keyPerson: { ...c.keyPerson, agency: c.keyPerson.agency.name },
        members: c.members.map(({ staff, ...seat }) => ({ ...seat, name: staff.name, agency: staff.agency.name })),
        tasks: c.tasks.map(flat),
        conferences: instant(c.conferences.map((held) => ({ ...held, keyPerson: held.keyPerson.name }))),
      },
    q2: ({ data }) => data.t.map(ofCase),
    q3: ({ data }) => data.c.map((row) => ({ ...row, keyPerson: row.keyPerson.name })),
    m1: ({ data }) => flat(data?.t),
  },
  failed: inError,
};
