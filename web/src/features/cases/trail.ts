import { useAsk } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';

const TRAIL = graphql(`
  query Trail($id: Uuid!, $first: Int!, $after: Int!) {
    trail(caseId: $id, first: $first, after: $after) {
      seq
      at
      sentence
      note {
        body
      }
    }
  }
`);
/** What happened on a case, oldest first; as much as one answer holds. */
export const useTrail = (caseId: string) => useAsk(keys.ofCase(caseId, 'trail'), TRAIL, { id: caseId, first: 500, after: 0 });
