import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { TASK } from '../tasks/task';

const CASES = graphql(`
  query Cases($status: CaseStatus) {
    cases(status: $status, first: 200) {
      id
      number
      headline
      status
      leadAgency {
        name
      }
      keyPerson {
        staff {
          name
          kana
        }
      }
      openTasks {
        id
        dueOn
        isOverdue
        isUnaccepted
      }
      sessions {
        id
        status
        startsAt
      }
    }
  }
`);
export const useCases = (status: 'OPEN' | null) => useAsk(keys.mine('cases', status), CASES, { status });

const CASE = graphql(
  `
    query Case($id: Uuid!) {
      case(id: $id) {
        id
        number
        headline
        status
        version
        closedAt
        shield {
          id
        }
        leadAgency {
          id
          name
        }
        keyPerson {
          since
          staff {
            id
            name
            kana
          }
          agency {
            name
          }
        }
        household {
          members {
            id
            name
            kana
            relation
            bornOn
          }
        }
        tasks {
          ...TaskLine
        }
        sessions {
          id
          number
          status
          startsAt
          endsAt
          place
          closedAt
          can(action: run) {
            allowed
            because
          }
        }
        openHandover {
          id
          staff {
            name
            kana
          }
          withdraw: can(action: withdraw) {
            allowed
            because
          }
        }
        revise: can(action: revise) {
          allowed
          because
        }
        close: can(action: close) {
          allowed
          because
        }
        convene: can(action: convene) {
          allowed
          because
        }
      }
    }
  `,
  [TASK],
);
export const useCase = (caseId: string) => useAsk(keys.ofCase(caseId, 'case'), CASE, { id: caseId });
export type Case = ResultOf<typeof CASE>['case'];

const TEAM = graphql(`
  query Team($id: Uuid!) {
    case(id: $id) {
      give: may(action: give, subject: Seat) {
        allowed
        because
      }
      roles {
        id
        role
        staffId
      }
      seats {
        id
        version
        end: can(action: end) {
          allowed
          because
        }
        staffId
        profession
        since
        isKeyPerson
        staff {
          id
          name
          kana
        }
        agency {
          id
          name
        }
      }
    }
  }
`);
export const useTeam = (caseId: string) => useAsk(keys.ofCase(caseId, 'team'), TEAM, { id: caseId });
export type TeamOfCase = ResultOf<typeof TEAM>['case'];
export type TeamSeat = TeamOfCase['seats'][number];
