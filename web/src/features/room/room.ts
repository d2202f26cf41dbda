import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const ROOM = graphql(`
  query Room($id: Uuid!) {
    conferenceSession(id: $id) {
      id
      version
      caseId
      kind
      number
      status
      startsAt
      endsAt
      place
      reason
      convenedBy {
        name
        kana
      }
      cancellation {
        body
      }
      case {
        number
        headline
      }
      meetingKind {
        nameJa
        nameEn
      }
      series {
        id
        name
        caseload {
          caseId
          case {
            number
            headline
          }
        }
      }
      readiness {
        came
        needed
        cannotDecide
        mandatory {
          name
          standing
        }
      }
      run: can(action: run) {
        allowed
        because
      }
      invitations {
        id
        version
        staffId
        status
        attendance
        withdrawnAt
        profession
        staff {
          name
          kana
        }
        agency {
          id
          name
        }
        mark: can(action: mark) {
          allowed
          because
        }
      }
      agenda {
        id
        version
        caseId
        what
        category
        purpose
        because
        outcome
        deferredUntil
        takenOnAt
        minutesPlanned
        begunAt
        settledAt
        agency {
          name
        }
        case {
          id
          number
          headline
        }
        outcomeNote {
          body
        }
        settle: can(action: settle) {
          allowed
          because
        }
        decisions {
          id
          what
          dueOn
          ownerKind
          staff {
            name
            kana
          }
          agency {
            name
          }
          task {
            status
          }
        }
      }
      statements {
        id
        caseId
        category
        body
        statedAt
        staff {
          name
          kana
        }
        agency {
          name
        }
      }
      issues {
        id
        version
        caseId
        what
        category
        status
        agency {
          id
          name
        }
        result {
          body
        }
        assign: can(action: assign) {
          allowed
          because
        }
        resolve: can(action: resolve) {
          allowed
          because
        }
      }
      roles {
        id
        caseId
        role
        until
        staff {
          name
          kana
        }
        agency {
          name
        }
      }
    }
  }
`);
/** Everything of a session; stale with whatever happens on a case of mine. */
export const useRoom = (sessionId: string) => useAsk(keys.mine('session', sessionId), ROOM, { id: sessionId });
export type Session = ResultOf<typeof ROOM>['conferenceSession'];
export type Item = Session['agenda'][number];
export type RoomIssue = Session['issues'][number];

/** What is being talked about: the case of the session, or in a meeting over a caseload the item with its case. */
export interface Topic {
  readonly caseId: string;
  readonly itemId: string | null;
  readonly name: string;
}

/** The topics of a session of which something can be said: one in a conference, those of its cases in a series. */
export function topicsOf({ caseId, agenda }: Session): readonly Topic[] {
  if (caseId) return [{ caseId, itemId: null, name: '' }];
  return agenda.flatMap((item) =>
    item.caseId && item.takenOnAt ? [{ caseId: item.caseId, itemId: item.id, name: `${item.case?.number ?? ''} ${item.what}` }] : [],
  );
}
