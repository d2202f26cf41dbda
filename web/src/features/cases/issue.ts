import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const ISSUES = graphql(`
  query Issues($id: Uuid!) {
    case(id: $id) {
      issues {
        id
        version
        what
        category
        status
        resolve: can(action: resolve) {
          allowed
          because
        }
        agency {
          name
        }
        result {
          body
        }
      }
    }
  }
`);
export const useIssues = (caseId: string) => useAsk(keys.ofCase(caseId, 'issues'), ISSUES, { id: caseId });

export const REOPEN_ISSUE = graphql(`
  mutation ReopenIssue($commandId: Uuid!, $input: ReopenIssueInput!) { reopenIssue(commandId: $commandId, input: $input) { id } }
`);
export const useReopenIssue = (caseId: string) => useVerb(REOPEN_ISSUE, caseId);
export type IssueOfCase = ResultOf<typeof ISSUES>['case']['issues'][number];
