import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const PAPERS = graphql(`
  query Papers($sessionId: Uuid!) {
    packet(sessionId: $sessionId) {
      session {
        id
        kind
        number
        status
        startsAt
        endsAt
        place
        caseId
        series {
          name
        }
        meetingKind {
          nameJa
          nameEn
        }
        invitations {
          id
          profession
          status
          withdrawnAt
          staff {
            name
          }
          agency {
            name
          }
        }
      }
      ownItems {
        id
        what
        because
        purpose
        case {
          number
          headline
        }
      }
      agenda {
        id
        what
        because
        purpose
        takenOnAt
        minutesPlanned
        agency {
          name
        }
        case {
          number
          headline
        }
      }
      ownTasks {
        id
        what
        dueOn
        status
        case {
          number
        }
        staff {
          name
        }
      }
      toConfirm {
        id
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
        }
      }
    }
  }
`);
export type Papers = ResultOf<typeof PAPERS>['packet'];
/** What somebody needs before a session, for their agency. */
export const usePapers = (sessionId: string) => useAsk(keys.mine('papers', sessionId), PAPERS, { sessionId });
