import { useVerb } from '../../data';
import { graphql } from '../../graphql';

const ACCEPT = graphql(`
  mutation AcceptTask($commandId: Uuid!, $input: AcceptTaskInput!) { acceptTask(commandId: $commandId, input: $input) { id } }
`);
const DECLINE = graphql(`
  mutation DeclineTask($commandId: Uuid!, $input: DeclineTaskInput!) { declineTask(commandId: $commandId, input: $input) { id } }
`);
const START = graphql(`
  mutation StartTask($commandId: Uuid!, $input: StartTaskInput!) { startTask(commandId: $commandId, input: $input) { id } }
`);
const COMPLETE = graphql(`
  mutation CompleteTask($commandId: Uuid!, $input: CompleteTaskInput!) { completeTask(commandId: $commandId, input: $input) { id } }
`);
const REASSIGN = graphql(`
  mutation ReassignTask($commandId: Uuid!, $input: ReassignTaskInput!) { reassignTask(commandId: $commandId, input: $input) { id } }
`);
const WITHDRAW = graphql(`
  mutation WithdrawTask($commandId: Uuid!, $input: WithdrawTaskInput!) { withdrawTask(commandId: $commandId, input: $input) { id } }
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

export const useAcceptTask = (caseId: string) => useVerb(ACCEPT, caseId);
export const useDeclineTask = (caseId: string) => useVerb(DECLINE, caseId);
export const useStartTask = (caseId: string) => useVerb(START, caseId);
export const useCompleteTask = (caseId: string) => useVerb(COMPLETE, caseId);
export const useReassignTask = (caseId: string) => useVerb(REASSIGN, caseId);
export const useWithdrawTask = (caseId: string) => useVerb(WITHDRAW, caseId);
export const useRequestPostponement = (caseId: string) => useVerb(POSTPONE, caseId);
export const useApprovePostponement = (caseId: string) => useVerb(APPROVE, caseId);
export const useRefusePostponement = (caseId: string) => useVerb(REFUSE, caseId);
export const useOfferTask = (caseId: string) => useVerb(OFFER, caseId);
