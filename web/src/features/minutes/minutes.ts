import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const MINUTES = graphql(`
  query Minutes($sessionId: Uuid!) {
    minutes(sessionId: $sessionId) {
      id
      caseId
      draftedAt
      headSeq
      headHash
      draftedBy {
        name
      }
      confirmations {
        id
        version
        staffId
        status
        staff {
          name
        }
        reason {
          body
        }
        answer: can(action: answer) {
          allowed
          because
        }
      }
      session {
        id
        number
        place
        reason
        openedAt
        closedAt
        convenedBy {
          name
        }
        agency {
          name
        }
        case {
          id
          number
        }
        invitations {
          id
          attendance
          profession
          staff {
            name
          }
          agency {
            name
          }
        }
        agenda {
          id
          what
          category
          because
          outcome
          outcomeNote {
            body
          }
          decisions {
            id
            what
            dueOn
            ownerKind
            category
            staff {
              name
              kana
            }
            agency {
              name
            }
          }
        }
        statements {
          id
          category
          body
          staff {
            name
          }
          agency {
            name
          }
        }
        issues {
          id
          what
          category
          agreedAgency {
            name
          }
        }
        roles {
          id
          role
          staff {
            name
          }
          agency {
            name
          }
        }
      }
    }
  }
`);
const CONFIRM = graphql(`
  mutation ConfirmMinutes($commandId: Uuid!, $input: ConfirmMinutesInput!) { confirmMinutes(commandId: $commandId, input: $input) { id } }
`);
const DISPUTE = graphql(`
  mutation DisputeMinutes($commandId: Uuid!, $input: DisputeMinutesInput!) { disputeMinutes(commandId: $commandId, input: $input) { id } }
`);

export const useMinutes = (sessionId: string) => useAsk(keys.mine('minutes', sessionId), MINUTES, { sessionId });
export const useConfirmMinutes = (caseId: string | null) => useVerb(CONFIRM, caseId);
export const useDisputeMinutes = (caseId: string | null) => useVerb(DISPUTE, caseId);

export type Minutes = ResultOf<typeof MINUTES>['minutes'];
export type MinutedSession = NonNullable<Minutes['session']>;
