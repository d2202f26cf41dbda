import { useVerb } from '../../data';
import { graphql } from '../../graphql';

const COMING = graphql(`
  mutation AcceptInvitation($commandId: Uuid!, $input: AcceptInvitationInput!) { acceptInvitation(commandId: $commandId, input: $input) { id } }
`);
const NOT_COMING = graphql(`
  mutation DeclineInvitation($commandId: Uuid!, $input: DeclineInvitationInput!) { declineInvitation(commandId: $commandId, input: $input) { id } }
`);
const TAKE_OVER = graphql(`
  mutation AcceptHandover($commandId: Uuid!, $input: AcceptHandoverInput!) { acceptHandover(commandId: $commandId, input: $input) { id } }
`);
const NOT_TAKE_OVER = graphql(`
  mutation DeclineHandover($commandId: Uuid!, $input: DeclineHandoverInput!) { declineHandover(commandId: $commandId, input: $input) { id } }
`);

const DELEGATE = graphql(`
  mutation DelegateInvitation($commandId: Uuid!, $input: DelegateInvitationInput!) { delegateInvitation(commandId: $commandId, input: $input) { id } }
`);

export const useDelegateInvitation = (caseId: string | null) => useVerb(DELEGATE, caseId);
export const useAcceptInvitation = (caseId: string | null) => useVerb(COMING, caseId);
export const useDeclineInvitation = (caseId: string | null) => useVerb(NOT_COMING, caseId);
export const useAcceptHandover = (caseId: string) => useVerb(TAKE_OVER, caseId);
export const useDeclineHandover = (caseId: string) => useVerb(NOT_TAKE_OVER, caseId);
