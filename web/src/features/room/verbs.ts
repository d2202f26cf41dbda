import { useVerb } from '../../data';
import { graphql } from '../../graphql';
import { useUndo } from '../../undo';
import { useWords } from '../../words/language';
import { REOPEN_ISSUE } from '../cases/issue';
import type { RoomIssue } from './room';
import { words } from './words';

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
  mutation ResolveIssue($commandId: Uuid!, $input: ResolveIssueInput!) { resolveIssue(commandId: $commandId, input: $input) { id version } }
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
/** Marks an issue as resolved, and offers to take that back. */
export function useResolveIssue({ id, caseId, what }: Pick<RoomIssue, 'id' | 'caseId' | 'what'>) {
  const w = useWords(words);
  const offer = useUndo();
  return useVerb(RESOLVE, caseId, [], ({ resolveIssue: now }) => {
    if (now) offer({ done: w.resolvedNow(what), document: REOPEN_ISSUE, input: { issueId: id, version: now.version }, caseId });
  });
}
export const useAllocateRole = (caseId: string) => useVerb(ALLOCATE, caseId);
export const useMarkAttendance = (caseId: string | null) => useVerb(MARK, caseId);
