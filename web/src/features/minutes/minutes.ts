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
      corrections {
        id
        category
        body
        reason
        correctedAt
        staff {
          name
        }
        agency {
          name
        }
        item {
          what
        }
      }
      session {
        id
        kind
        number
        place
        series {
          id
          name
        }
        meetingKind {
          nameJa
          nameEn
        }
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
          caseId
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

const CORRECT = graphql(`
  mutation CorrectMinutes($commandId: Uuid!, $input: CorrectMinutesInput!) { correctMinutes(commandId: $commandId, input: $input) { id } }
`);
const DIGEST = graphql(`
  query Digest($sessionId: Uuid!) {
    minutesDigest(sessionId: $sessionId)
  }
`);

export const useCorrectMinutes = (caseId: string | null) => useVerb(CORRECT, caseId);
/** What whoever was not there has to know, their own agency's part first. */
export const useDigest = (sessionId: string, isWanted: boolean) => useAsk(keys.mine('digest', sessionId), DIGEST, { sessionId }, isWanted);
export const useMinutes = (sessionId: string) => useAsk(keys.mine('minutes', sessionId), MINUTES, { sessionId });
export const useConfirmMinutes = (caseId: string | null) => useVerb(CONFIRM, caseId);
export const useDisputeMinutes = (caseId: string | null) => useVerb(DISPUTE, caseId);

export type Minutes = ResultOf<typeof MINUTES>['minutes'];
export type MinutedSession = NonNullable<Minutes['session']>;
