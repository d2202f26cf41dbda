import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const PLANS = graphql(`
  query Plans($id: Uuid!) {
    case(id: $id) {
      id
      status
      priority {
        id
        priority
        since
        changedBy {
          name
          kana
        }
        report {
          body
        }
        recordId
        reason {
          body
        }
      }
      changePriority: may(action: change, subject: PriorityTerm) {
        allowed
        because
      }
      sessions {
        id
        number
        status
        startsAt
      }
      records {
        id
        category
        happenedOn
        body
        agency {
          name
        }
      }
      plans {
        id
        version
        kind
        category
        goal
        startsOn
        endsOn
        reviewOn
        isReviewDue
        status
        evaluation
        amendsId
        staff {
          name
          kana
        }
        agency {
          name
        }
        change: can(action: change) {
          allowed
          because
        }
        reason {
          body
        }
        item {
          id
          sessionId
          settle: can(action: settle) {
            allowed
            because
          }
        }
        steps {
          id
          kind
          what
          ownerKind
          dueOn
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
        reviews {
          id
          reviewedAt
          findings
          nextOn
          staff {
            name
            kana
          }
        }
      }
    }
  }
`);
const DRAFT = graphql(`
  mutation DraftPlan($commandId: Uuid!, $input: DraftPlanInput!) { draftPlan(commandId: $commandId, input: $input) { id } }
`);
const WITHDRAW = graphql(`
  mutation WithdrawPlan($commandId: Uuid!, $input: WithdrawPlanInput!) { withdrawPlan(commandId: $commandId, input: $input) { id } }
`);
const PUT = graphql(`
  mutation PutPlanToMeeting($commandId: Uuid!, $input: PutPlanToMeetingInput!) { putPlanToMeeting(commandId: $commandId, input: $input) { id } }
`);
const DECIDE = graphql(`
  mutation DecideOnPlan($commandId: Uuid!, $input: DecideOnPlanInput!) { decideOnPlan(commandId: $commandId, input: $input) { id } }
`);
const REVIEW = graphql(`
  mutation ReviewPlan($commandId: Uuid!, $input: ReviewPlanInput!) { reviewPlan(commandId: $commandId, input: $input) { id } }
`);
const EVALUATE = graphql(`
  mutation EvaluatePlan($commandId: Uuid!, $input: EvaluatePlanInput!) { evaluatePlan(commandId: $commandId, input: $input) { id } }
`);
const PRIORITY = graphql(`
  mutation ChangePriority($commandId: Uuid!, $input: ChangePriorityInput!) { changePriority(commandId: $commandId, input: $input) { id } }
`);

export type Plans = ResultOf<typeof PLANS>['case'];
export type Plan = Plans['plans'][number];
export const KINDS = [
  'EMPLOYMENT_SUPPORT_PLAN',
  'SELF_RELIANCE_PLAN',
  'SINGLE_PARENT_PROGRAMME',
] as const satisfies readonly Code<'PlanKind'>[];
export const PRIORITIES = [
  'DAILY_LIFE',
  'EMPLOYMENT',
  'CHILD',
  'HEALTH',
  'HOUSING',
  'SAFETY',
] as const satisfies readonly Code<'Priority'>[];
export const EVALUATIONS = [
  'ACHIEVED',
  'PARTLY_ACHIEVED',
  'NOT_ACHIEVED',
  'INTERRUPTED',
] as const satisfies readonly Code<'PlanEvaluation'>[];

export const usePlans = (caseId: string) => useAsk(keys.ofCase(caseId, 'plans'), PLANS, { id: caseId });
export const useDraftPlan = (caseId: string) => useVerb(DRAFT, caseId);
export const useWithdrawPlan = (caseId: string) => useVerb(WITHDRAW, caseId);
const SERIES_AHEAD = graphql(`
  query SeriesAhead {
    meetingSeries {
      name
      caseload {
        caseId
      }
      sessionsAhead {
        id
        number
        startsAt
      }
    }
  }
`);
/** Sessions to come of the series that work through a case, by the name of their series. */
export function useSeriesAheadOf(caseId: string) {
  const { data } = useAsk(keys.mine('series-ahead'), SERIES_AHEAD, {});
  return (data?.meetingSeries ?? [])
    .filter(({ caseload }) => caseload.some((entry) => entry.caseId === caseId))
    .flatMap(({ name, sessionsAhead }) => sessionsAhead.map((session) => ({ ...session, name })));
}
export const usePutPlanToMeeting = (caseId: string) => useVerb(PUT, caseId);
export const useDecideOnPlan = (caseId: string) => useVerb(DECIDE, caseId);
export const useReviewPlan = (caseId: string) => useVerb(REVIEW, caseId);
export const useEvaluatePlan = (caseId: string) => useVerb(EVALUATE, caseId);
export const useChangePriority = (caseId: string) => useVerb(PRIORITY, caseId);
