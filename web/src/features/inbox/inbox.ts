import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const INBOX = graphql(`
  query Inbox($last: Int!) {
    inbox(after: 0, last: $last) {
      seq
      actorId
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
  query InboxUnread { inbox(first: 100) { actorId } }
`);
const SEEN = graphql(`
  mutation MarkInboxSeen($commandId: Uuid!, $input: MarkInboxSeenInput!) { markInboxSeen(commandId: $commandId, input: $input) { id } }
`);

export type Notice = ResultOf<typeof INBOX>['inbox'][number];
/** What was addressed to me or my agencies, the newest so many; `unseen` begins where I have not looked. */
export const useInbox = (last: number) => useAsk(keys.mine('inbox', last), INBOX, { last });
/** Whether somebody else did it: of what I did myself nobody has to tell me. */
export const isOfOthers =
  (me: string) =>
  ({ actorId }: Pick<Notice, 'actorId'>) =>
    actorId !== me;
/** How many of these I have not marked as seen; a hundred at most. */
export function useUnread(me: string): number {
  return useAsk(keys.mine('unread'), UNREAD, {}).data?.inbox.filter(isOfOthers(me)).length ?? 0;
}
export const useMarkSeen = () => useVerb(SEEN);
