import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const RECORDS = graphql(`
  query Records($id: Uuid!) {
    case(id: $id) {
      records {
        id
        body
        category
        kind
        channel
        place
        happenedOn
        isCorrected
        correctsId
        write: can(action: write) {
          allowed
          because
        }
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
export const useRecords = (caseId: string) => useAsk(keys.ofCase(caseId, 'records'), RECORDS, { id: caseId });
export type CaseRecord = ResultOf<typeof RECORDS>['case']['records'][number];
