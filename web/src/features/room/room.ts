import { useAsk, useVerb } from '../../data';
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

/** The item that the session has come to last and not settled. */
export const underDiscussion = ({ agenda }: Session): Item | undefined =>
  agenda
    .filter(({ begunAt, outcome }) => begunAt !== null && outcome === null)
    .toSorted((one, other) => (other.begunAt ?? '').localeCompare(one.begunAt ?? ''))[0];

const LATEST = graphql(`
  query SessionTrail($id: Uuid!) {
    sessionTrail(sessionId: $id) {
      seq
      at
      sentence
    }
  }
`);
/** What just happened in a session, the newest first. */
export const useSessionTrail = (id: string) => useAsk(keys.mine('session-trail', id), LATEST, { id });

const OPEN = graphql(`
  mutation OpenSession($commandId: Uuid!, $input: OpenSessionInput!) { openSession(commandId: $commandId, input: $input) { id } }
`);
const CLOSE = graphql(`
  mutation CloseSession($commandId: Uuid!, $input: CloseSessionInput!) { closeSession(commandId: $commandId, input: $input) { id } }
`);
const CANCEL = graphql(`
  mutation CancelSession($commandId: Uuid!, $input: CancelSessionInput!) { cancelSession(commandId: $commandId, input: $input) { id } }
`);
const ADD_ITEM = graphql(`
  mutation AddAgendaItem($commandId: Uuid!, $input: AddAgendaItemInput!) { addAgendaItem(commandId: $commandId, input: $input) { id } }
`);
const SETTLE = graphql(`
  mutation SettleItem($commandId: Uuid!, $input: SettleItemInput!) { settleItem(commandId: $commandId, input: $input) { id } }
`);
const DECIDE = graphql(`
  mutation Decide($commandId: Uuid!, $input: DecideInput!) { decide(commandId: $commandId, input: $input) { id } }
`);
const SAY = graphql(`
  mutation MakeStatement($commandId: Uuid!, $input: MakeStatementInput!) { makeStatement(commandId: $commandId, input: $input) { id } }
`);
const NAME = graphql(`
  mutation NameIssue($commandId: Uuid!, $input: NameIssueInput!) { nameIssue(commandId: $commandId, input: $input) { id } }
`);
const ASSIGN = graphql(`
  mutation AssignIssue($commandId: Uuid!, $input: AssignIssueInput!) { assignIssue(commandId: $commandId, input: $input) { id } }
`);
const RESOLVE = graphql(`
  mutation ResolveIssue($commandId: Uuid!, $input: ResolveIssueInput!) { resolveIssue(commandId: $commandId, input: $input) { id } }
`);
const ALLOCATE = graphql(`
  mutation AllocateRole($commandId: Uuid!, $input: AllocateRoleInput!) { allocateRole(commandId: $commandId, input: $input) { id } }
`);
const MARK = graphql(`
  mutation MarkAttendance($commandId: Uuid!, $input: MarkAttendanceInput!) { markAttendance(commandId: $commandId, input: $input) { id } }
`);

const TAKE_ON = graphql(`
  mutation TakeOnItem($commandId: Uuid!, $input: TakeOnItemInput!) { takeOnItem(commandId: $commandId, input: $input) { id } }
`);
const BEGIN = graphql(`
  mutation BeginItem($commandId: Uuid!, $input: BeginItemInput!) { beginItem(commandId: $commandId, input: $input) { id } }
`);

export const useTakeOnItem = (caseId: string | null) => useVerb(TAKE_ON, caseId);
export const useBeginItem = (caseId: string | null) => useVerb(BEGIN, caseId);
export const useOpenSession = (caseId: string | null) => useVerb(OPEN, caseId);
export const useCloseSession = (caseId: string | null) => useVerb(CLOSE, caseId);
export const useCancelSession = (caseId: string | null) => useVerb(CANCEL, caseId);
export const useAddAgendaItem = (caseId: string | null) => useVerb(ADD_ITEM, caseId);
export const useSettleItem = (caseId: string | null) => useVerb(SETTLE, caseId);
export const useDecide = (caseId: string) => useVerb(DECIDE, caseId);
export const useMakeStatement = (caseId: string) => useVerb(SAY, caseId);
export const useNameIssue = (caseId: string) => useVerb(NAME, caseId);
export const useAssignIssue = (caseId: string) => useVerb(ASSIGN, caseId);
export const useResolveIssue = (caseId: string) => useVerb(RESOLVE, caseId);
export const useAllocateRole = (caseId: string) => useVerb(ALLOCATE, caseId);
export const useMarkAttendance = (caseId: string | null) => useVerb(MARK, caseId);
