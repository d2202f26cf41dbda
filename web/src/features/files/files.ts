import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const FILES = graphql(`
  query Files($id: Uuid!) {
    largestFile
    case(id: $id) {
      shield {
        id
      }
      attachments {
        id
        version
        name
        kind
        bytes
        sha256
        category
        recordId
        consentId
        sessionId
        attachedAt
        withdrawnAt
        reason {
          body
        }
        staff {
          name
          kana
        }
        agency {
          name
        }
        withdraw: can(action: withdraw) {
          allowed
          because
        }
      }
    }
  }
`);
export const useFiles = (caseId: string) => useAsk(keys.ofCase(caseId, 'files'), FILES, { id: caseId });
export type FileOfCase = ResultOf<typeof FILES>['case']['attachments'][number];

const PLACES = graphql(`
  query FilePlaces($id: Uuid!) {
    case(id: $id) {
      records {
        id
        category
        happenedOn
        body
      }
      sessions {
        id
        number
        startsAt
      }
    }
    disclosures(caseId: $id) {
      consent {
        id
        givenOn
      }
    }
  }
`);
/** What a file of the case may belong to. */
export const usePlaces = (caseId: string) => useAsk(keys.ofCase(caseId, 'file-places'), PLACES, { id: caseId });

const ATTACH = graphql(`
  mutation AttachFile($commandId: Uuid!, $input: AttachFileInput!) {
    attachFile(commandId: $commandId, input: $input) {
      id
      name
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawAttachment($commandId: Uuid!, $input: WithdrawAttachmentInput!) {
    withdrawAttachment(commandId: $commandId, input: $input) {
      id
    }
  }
`);
export const useAttachFile = (caseId: string) => useVerb(ATTACH, caseId);
export const useWithdrawAttachment = (caseId: string) => useVerb(WITHDRAW, caseId);
