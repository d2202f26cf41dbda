import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const TARGETS = graphql(`
  query Targets($id: Uuid!) {
    series(seriesId: $id) {
      targets {
        id
        fiscalYear
        what
        unit
        target
        report: can(action: report) {
          allowed
          because
        }
        reports {
          id
          onDay
          actual
          reportedBy {
            name
          }
        }
      }
    }
  }
`);
const SET_TARGET = graphql(`
  mutation SetTarget($commandId: Uuid!, $input: SetTargetInput!) { setTarget(commandId: $commandId, input: $input) { id } }
`);
const REPORT = graphql(`
  mutation ReportTarget($commandId: Uuid!, $input: ReportTargetInput!) { reportTarget(commandId: $commandId, input: $input) { id } }
`);
export type Target = ResultOf<typeof TARGETS>['series']['targets'][number];
export const useTargets = (id: string) => useAsk(keys.mine('targets', id), TARGETS, { id });
export const useSetTarget = () => useVerb(SET_TARGET);
export const useReportTarget = () => useVerb(REPORT);
