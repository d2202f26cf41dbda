import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { TASK } from '../tasks/task';

const ON_CASE = graphql(`
  fragment OnCase on SupportCase {
    id
    number
    headline
  }
`);
const TODAY = graphql(
  `
    query Today {
      today {
        tasksOffered {
          ...TaskLine
          case {
            ...OnCase
          }
        }
        tasksDue {
          ...TaskLine
          case {
            ...OnCase
          }
        }
        clientTasks {
          ...TaskLine
          case {
            ...OnCase
          }
        }
        tasksDeclined {
          ...TaskLine
          case {
            ...OnCase
          }
        }
        reviewsToAnswer {
          id
          caseId
          kind
          categories
          since
          until
          endedAt
          reviewDueOn
          isOverdue
          case {
            ...OnCase
          }
          staff {
            name
            kana
          }
          agency {
            name
          }
          reason {
            body
          }
        }
        postponementsToAnswer {
          id
          version
          caseId
          toDueOn
          staff {
            name
            kana
          }
          reason {
            body
          }
          approve: can(action: approve) {
            allowed
            because
          }
          task {
            what
            dueOn
          }
        }
        handoversOffered {
          id
          caseId
          case {
            ...OnCase
          }
          from {
            name
            kana
          }
          reason {
            body
          }
        }
        invitations {
          id
          version
          caseId
          agencyId
          session {
            id
            kind
            number
            series {
              name
            }
            meetingKind {
              nameJa
              nameEn
            }
            startsAt
            endsAt
            place
            reason
            case {
              ...OnCase
            }
          }
        }
        plansToReview {
          id
          kind
          goal
          reviewOn
          case {
            ...OnCase
          }
        }
        minutesToConfirm {
          id
          caseId
          session {
            id
            kind
            number
            series {
              name
            }
            meetingKind {
              nameJa
              nameEn
            }
            closedAt
            case {
              ...OnCase
            }
          }
        }
        proposalsToAnswer {
          id
          what
          agency {
            name
          }
          session {
            id
            series {
              name
            }
          }
        }
        sessionsAhead {
          id
          kind
          number
          series {
            name
          }
          meetingKind {
            nameJa
            nameEn
          }
          status
          startsAt
          endsAt
          place
          case {
            ...OnCase
          }
        }
      }
    }
  `,
  [TASK, ON_CASE],
);
export type Today = ResultOf<typeof TODAY>['today'];
export type OnCase = { readonly id: string; readonly number: string; readonly headline: string } | null;

export const useToday = () => useAsk(keys.mine('today'), TODAY, {});
