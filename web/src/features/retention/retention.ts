import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const RETENTION = graphql(`
  query Retention($on: CalendarDate!) {
    retentionPeriods {
      id
      version
      kind
      years
      source
      change: can(action: change) {
        allowed
        because
      }
    }
    disposalsDue(on: $on) {
      caseId
      caseNumber
      dueOn
      because
      isHeld
      isProposed
    }
    disposals {
      id
      version
      caseNumber
      ground
      reason
      proposedAt
      carriedOutAt
      withdrawnAt
      erased
      isHeld
      proposedBy {
        name
        kana
      }
      carryOut: can(action: carryOut) {
        allowed
        because
      }
      withdraw: can(action: withdraw) {
        allowed
        because
      }
    }
    disposalHolds {
      id
      version
      caseNumber
      reason
      since
      placedBy {
        name
        kana
      }
    }
  }
`);
export const useRetention = (on: string) => useAsk(keys.mine('retention', on), RETENTION, { on });
type Answer = ResultOf<typeof RETENTION>;
export type Disposal = Answer['disposals'][number];
export type Due = Answer['disposalsDue'][number];
export type Hold = Answer['disposalHolds'][number];
export type Period = Answer['retentionPeriods'][number];

const PROPOSE = graphql(`
  mutation ProposeDisposal($commandId: Uuid!, $input: ProposeDisposalInput!) {
    proposeDisposal(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const CARRY_OUT = graphql(`
  mutation CarryOutDisposal($commandId: Uuid!, $input: CarryOutDisposalInput!) {
    carryOutDisposal(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawDisposal($commandId: Uuid!, $input: WithdrawDisposalInput!) {
    withdrawDisposal(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const HOLD = graphql(`
  mutation HoldDisposal($commandId: Uuid!, $input: HoldDisposalInput!) {
    holdDisposal(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const LIFT = graphql(`
  mutation LiftHold($commandId: Uuid!, $input: LiftHoldInput!) {
    liftHold(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const CHANGE = graphql(`
  mutation ChangeRetentionPeriod($commandId: Uuid!, $input: ChangeRetentionPeriodInput!) {
    changeRetentionPeriod(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const EXPORT = graphql(`
  mutation ExportHousehold($commandId: Uuid!, $input: ExportHouseholdInput!) {
    exportHousehold(commandId: $commandId, input: $input) {
      id
    }
  }
`);
export const useProposeDisposal = () => useVerb(PROPOSE);
export const useCarryOutDisposal = () => useVerb(CARRY_OUT);
export const useWithdrawDisposal = () => useVerb(WITHDRAW);
export const useHoldDisposal = () => useVerb(HOLD);
export const useLiftHold = () => useVerb(LIFT);
export const useChangePeriod = () => useVerb(CHANGE);
export const useExportHousehold = () => useVerb(EXPORT);
