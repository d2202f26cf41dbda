import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const INBOX = graphql(`
  query Inbox($last: Int!) {
    inboxUnread
    inbox(after: 0, last: $last) {
      seq
      at
      sentence
      caseId
      sessionId
      seriesId
      case {
        number
        headline
      }
      note {
        body
      }
    }
    unseen: inbox(first: 1) {
      seq
    }
  }
`);
const UNREAD = graphql(`
  query InboxUnread { inboxUnread }
`);
const SEEN = graphql(`
  mutation MarkInboxSeen($commandId: Uuid!, $input: MarkInboxSeenInput!) { markInboxSeen(commandId: $commandId, input: $input) { id } }
`);

export type Notice = ResultOf<typeof INBOX>['inbox'][number];
/** What was addressed to me or my agencies, the newest so many; `unseen` begins where I have not looked. */
export const useInbox = (last: number) => useAsk(keys.mine('inbox', last), INBOX, { last });
/** How many of these I have not marked as seen. */
export const useUnread = () => useAsk(keys.mine('unread'), UNREAD, {}).data?.inboxUnread ?? 0;
export const useMarkSeen = () => useVerb(SEEN);
