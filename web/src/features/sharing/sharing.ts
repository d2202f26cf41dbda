import { ask } from '../../ask';
import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import type { Step } from '../../long-work';
import { saveCsv } from '../../ui/file';

const SHARING = graphql(`
  query Sharing($id: Uuid!) {
    case(id: $id) {
      id
      number
      status
      recordConsent: may(action: record, subject: Consent) {
        allowed
        because
      }
      recordBasis: may(action: record, subject: Basis) {
        allowed
        because
      }
      household {
        members {
          id
          name
          kana
          relation
        }
      }
      seats {
        staffId
        agency {
          id
          name
        }
      }
    }
    disclosures(caseId: $id) {
      id
      kind
      provision
      categories
      purpose
      told
      toldOn
      since
      until
      isLive
      agency {
        id
        name
      }
      recordedBy {
        name
        kana
      }
      necessity {
        body
      }
      toldHow {
        body
      }
      consent {
        id
        givenOn
        evidence
        witness {
          name
        }
        withdraw: can(action: withdraw) {
          allowed
          because
        }
      }
      end {
        endedAt
        why
        reason {
          body
        }
      }
      endIt: can(action: end) {
        allowed
        because
      }
    }
  }
`);
const GROUNDS = graphql(`
  query Grounds {
    grounds {
      statute
      name
      citation
      covers
      longestDays
    }
    agencies {
      id
      name
      closedOn
    }
    staff {
      id
      name
      postings {
        isCurrent
        agency {
          name
        }
      }
    }
  }
`);
const CONSENT = graphql(`
  mutation RecordConsent($commandId: Uuid!, $input: RecordConsentInput!) { recordConsent(commandId: $commandId, input: $input) { id } }
`);
const BASIS = graphql(`
  mutation RecordBasis($commandId: Uuid!, $input: RecordBasisInput!) { recordBasis(commandId: $commandId, input: $input) { id } }
`);
const WITHDRAW = graphql(`
  mutation WithdrawConsent($commandId: Uuid!, $input: WithdrawConsentInput!) { withdrawConsent(commandId: $commandId, input: $input) { id } }
`);
const END = graphql(`
  mutation EndBasis($commandId: Uuid!, $input: EndBasisInput!) { endBasis(commandId: $commandId, input: $input) { id } }
`);
const LEDGER = graphql(`
  query DisclosuresCsv($caseId: Uuid!) {
    disclosuresCsv(caseId: $caseId)
  }
`);

export type Sharing = ResultOf<typeof SHARING>;
export type Basis = Sharing['disclosures'][number];
export type Ground = ResultOf<typeof GROUNDS>['grounds'][number];
export type Category = Code<'InformationCategory'>;
export type Purpose = Code<'Purpose'>;

export const PURPOSES = ['SUPPORT_PLAN', 'EMPLOYMENT', 'SAFETY', 'STATISTICS'] as const satisfies readonly Purpose[];
export const CATEGORIES = [
  'LIFE',
  'HEALTH',
  'EMPLOYMENT',
  'EDUCATION',
  'CHILD',
  'INCOME',
  'HOUSING',
  'FAMILY',
  'SAFETY',
  'IDENTITY',
  'CONSULTATION',
] as const satisfies readonly Category[];

export const useSharing = (caseId: string) => useAsk(keys.ofCase(caseId, 'sharing'), SHARING, { id: caseId });
export const useGrounds = () => useAsk(keys.directory('grounds'), GROUNDS, {});
export const useRecordConsent = (caseId: string) => useVerb(CONSENT, caseId);
export const useRecordBasis = (caseId: string) => useVerb(BASIS, caseId);
export const useWithdrawConsent = (caseId: string) => useVerb(WITHDRAW, caseId);
export const useEndBasis = (caseId: string) => useVerb(END, caseId);
export const ledgerFile =
  (caseId: string, number: string) =>
  async ({ signal }: Step) =>
    saveCsv(`disclosures-${number}.csv`, (await ask(LEDGER, { caseId }, signal)).disclosuresCsv);
