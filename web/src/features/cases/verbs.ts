import { useVerb } from '../../data';
import { graphql } from '../../graphql';

const WRITE = graphql(`
  mutation WriteRecord($commandId: Uuid!, $input: WriteRecordInput!) { writeRecord(commandId: $commandId, input: $input) { id } }
`);
const CORRECT = graphql(`
  mutation CorrectRecord($commandId: Uuid!, $input: CorrectRecordInput!) { correctRecord(commandId: $commandId, input: $input) { id } }
`);
const HEADLINE = graphql(`
  mutation ReviseHeadline($commandId: Uuid!, $input: ReviseHeadlineInput!) { reviseHeadline(commandId: $commandId, input: $input) { id } }
`);
const LEAD = graphql(`
  mutation ChangeLeadAgency($commandId: Uuid!, $input: ChangeLeadAgencyInput!) { changeLeadAgency(commandId: $commandId, input: $input) { id } }
`);
const CLOSE = graphql(`
  mutation CloseCase($commandId: Uuid!, $input: CloseCaseInput!) { closeCase(commandId: $commandId, input: $input) { id } }
`);
const HAND_OVER = graphql(`
  mutation OfferHandover($commandId: Uuid!, $input: OfferHandoverInput!) { offerHandover(commandId: $commandId, input: $input) { id } }
`);
const TAKE_BACK = graphql(`
  mutation WithdrawHandover($commandId: Uuid!, $input: WithdrawHandoverInput!) { withdrawHandover(commandId: $commandId, input: $input) { id } }
`);

const GIVE = graphql(`
  mutation GiveSeat($commandId: Uuid!, $input: GiveSeatInput!) { giveSeat(commandId: $commandId, input: $input) { id } }
`);
const END_SEAT = graphql(`
  mutation EndSeat($commandId: Uuid!, $input: EndSeatInput!) { endSeat(commandId: $commandId, input: $input) { id } }
`);
const OPEN = graphql(`
  mutation OpenCase($commandId: Uuid!, $input: OpenCaseInput!) { openCase(commandId: $commandId, input: $input) { id } }
`);

export const useOpenCase = () => useVerb(OPEN);
export const useGiveSeat = (caseId: string) => useVerb(GIVE, caseId);
export const useEndSeat = (caseId: string) => useVerb(END_SEAT, caseId);
export const useWriteRecord = (caseId: string) => useVerb(WRITE, caseId);
export const useOfferHandover = (caseId: string) => useVerb(HAND_OVER, caseId);
export const useWithdrawHandover = (caseId: string) => useVerb(TAKE_BACK, caseId);
export const useCorrectRecord = (caseId: string) => useVerb(CORRECT, caseId);
export const useReviseHeadline = (caseId: string) => useVerb(HEADLINE, caseId);
export const useChangeLeadAgency = (caseId: string) => useVerb(LEAD, caseId);
export const useCloseCase = (caseId: string) => useVerb(CLOSE, caseId);
