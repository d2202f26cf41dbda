import { useAsk } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';

const LATEST = graphql(`
  query SessionTrail($id: Uuid!) {
    sessionTrail(sessionId: $id) {
      seq
      at
      sentence
    }
  }
`);
/** What just happened in a session, the newest first. */
export const useSessionTrail = (id: string) => useAsk(keys.mine('session-trail', id), LATEST, { id });
