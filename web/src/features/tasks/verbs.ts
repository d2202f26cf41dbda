import { useVerb } from '../../data';
import { graphql } from '../../graphql';
import { useUndo } from '../../undo';
import { useWords } from '../../words/language';
import type { TaskLine } from './task';
import { words } from './words';

const ACCEPT = graphql(`
  mutation AcceptTask($commandId: Uuid!, $input: AcceptTaskInput!) { acceptTask(commandId: $commandId, input: $input) { id version } }
`);
const DECLINE = graphql(`
  mutation DeclineTask($commandId: Uuid!, $input: DeclineTaskInput!) { declineTask(commandId: $commandId, input: $input) { id version } }
`);
const START = graphql(`
  mutation StartTask($commandId: Uuid!, $input: StartTaskInput!) { startTask(commandId: $commandId, input: $input) { id version } }
`);
const COMPLETE = graphql(`
  mutation CompleteTask($commandId: Uuid!, $input: CompleteTaskInput!) { completeTask(commandId: $commandId, input: $input) { id version } }
`);
const REASSIGN = graphql(`
  mutation ReassignTask($commandId: Uuid!, $input: ReassignTaskInput!) { reassignTask(commandId: $commandId, input: $input) { id } }
`);
const WITHDRAW = graphql(`
  mutation WithdrawTask($commandId: Uuid!, $input: WithdrawTaskInput!) { withdrawTask(commandId: $commandId, input: $input) { id version } }
`);
const POSTPONE = graphql(`
  mutation RequestPostponement($commandId: Uuid!, $input: RequestPostponementInput!) { requestPostponement(commandId: $commandId, input: $input) { id } }
`);
const APPROVE = graphql(`
  mutation ApprovePostponement($commandId: Uuid!, $input: ApprovePostponementInput!) { approvePostponement(commandId: $commandId, input: $input) { id } }
`);
const REFUSE = graphql(`
  mutation RefusePostponement($commandId: Uuid!, $input: RefusePostponementInput!) { refusePostponement(commandId: $commandId, input: $input) { id } }
`);
const OFFER = graphql(`
  mutation OfferTask($commandId: Uuid!, $input: OfferTaskInput!) { offerTask(commandId: $commandId, input: $input) { id } }
`);

const REVERT_TASK = graphql(`
  mutation RevertTask($commandId: Uuid!, $input: RevertTaskInput!) { revertTask(commandId: $commandId, input: $input) { id } }
`);

type Step = Pick<TaskLine, 'id' | 'caseId' | 'what'>;
/** Offers to take back what was just done to a task. */
function useUndoOf({ id, caseId, what }: Step, step: 'accepted' | 'declined' | 'started' | 'reported' | 'withdrawn') {
  const w = useWords(words);
  const offer = useUndo();
  return (now: { readonly version: number } | null) =>
    now && offer({ done: w[step](what), document: REVERT_TASK, input: { taskId: id, version: now.version }, caseId });
}

export function useAcceptTask(task: Step) {
  const undo = useUndoOf(task, 'accepted');
  return useVerb(ACCEPT, task.caseId, [], ({ acceptTask }) => undo(acceptTask));
}
export function useDeclineTask(task: Step) {
  const undo = useUndoOf(task, 'declined');
  return useVerb(DECLINE, task.caseId, [], ({ declineTask }) => undo(declineTask));
}
export function useStartTask(task: Step) {
  const undo = useUndoOf(task, 'started');
  return useVerb(START, task.caseId, [], ({ startTask }) => undo(startTask));
}
export function useCompleteTask(task: Step) {
  const undo = useUndoOf(task, 'reported');
  return useVerb(COMPLETE, task.caseId, [], ({ completeTask }) => undo(completeTask));
}
export const useReassignTask = (caseId: string) => useVerb(REASSIGN, caseId);
export function useWithdrawTask(task: Step) {
  const undo = useUndoOf(task, 'withdrawn');
  return useVerb(WITHDRAW, task.caseId, [], ({ withdrawTask }) => undo(withdrawTask));
}
export const useRequestPostponement = (caseId: string) => useVerb(POSTPONE, caseId);
export const useApprovePostponement = (caseId: string) => useVerb(APPROVE, caseId);
export const useRefusePostponement = (caseId: string) => useVerb(REFUSE, caseId);
export const useOfferTask = (caseId: string) => useVerb(OFFER, caseId);
