import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const ROOM = graphql(`
  query Room($id: Uuid!) {
    conferenceSession(id: $id) {
      id
      version
      caseId
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
        what
        category
        because
        outcome
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
type AnySession = ResultOf<typeof ROOM>['conferenceSession'];
/** A session about one case: what this room is made for. */
export type Session = AnySession & { readonly caseId: string };
export const isOfCase = (session: AnySession): session is Session => session.caseId !== null;
export type Item = Session['agenda'][number];
export type RoomIssue = Session['issues'][number];

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

export const useOpenSession = (caseId: string) => useVerb(OPEN, caseId);
export const useCloseSession = (caseId: string) => useVerb(CLOSE, caseId);
export const useCancelSession = (caseId: string) => useVerb(CANCEL, caseId);
export const useAddAgendaItem = (caseId: string) => useVerb(ADD_ITEM, caseId);
export const useSettleItem = (caseId: string) => useVerb(SETTLE, caseId);
export const useDecide = (caseId: string) => useVerb(DECIDE, caseId);
export const useMakeStatement = (caseId: string) => useVerb(SAY, caseId);
export const useNameIssue = (caseId: string) => useVerb(NAME, caseId);
export const useAssignIssue = (caseId: string) => useVerb(ASSIGN, caseId);
export const useResolveIssue = (caseId: string) => useVerb(RESOLVE, caseId);
export const useAllocateRole = (caseId: string) => useVerb(ALLOCATE, caseId);
export const useMarkAttendance = (caseId: string) => useVerb(MARK, caseId);
