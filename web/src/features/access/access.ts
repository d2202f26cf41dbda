import { ask } from '../../ask';
import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import type { Step } from '../../long-work';
import { saveCsv } from '../../ui/file';

const UNDER_WAY = graphql(`
  query AccessesUnderWay {
    accessesUnderWay {
      id
      kind
      categories
      until
      case {
        id
        number
      }
    }
  }
`);
const BREAK = graphql(`
  mutation BreakGlass($commandId: Uuid!, $input: BreakGlassInput!) { breakGlass(commandId: $commandId, input: $input) { id caseId } }
`);
const LOOK = graphql(`
  mutation LookIntoCase($commandId: Uuid!, $input: LookIntoCaseInput!) { lookIntoCase(commandId: $commandId, input: $input) { id } }
`);
const END = graphql(`
  mutation EndExtraordinaryAccess($commandId: Uuid!, $input: EndExtraordinaryAccessInput!) {
    endExtraordinaryAccess(commandId: $commandId, input: $input) { id }
  }
`);
const REVIEW = graphql(`
  mutation ReviewExtraordinaryAccess($commandId: Uuid!, $input: ReviewExtraordinaryAccessInput!) {
    reviewExtraordinaryAccess(commandId: $commandId, input: $input) { id }
  }
`);
const MAY_LOOK = graphql(`
  query MayLook($id: Uuid!) {
    case(id: $id) {
      lookInto: may(action: lookInto, subject: ExtraordinaryAccess) {
        allowed
      }
    }
  }
`);
const SUMMARY = graphql(`
  query AccessSummary($caseId: Uuid!, $month: CalendarDate!) {
    accessSummary(caseId: $caseId, month: $month) {
      id
      times
      rowCount
      lastAt
      staff {
        name
        kana
        postings {
          isCurrent
          profession
          agency {
            name
          }
        }
      }
    }
  }
`);
const LOG = graphql(`
  query AccessLog($caseId: Uuid!, $from: CalendarDate!, $to: CalendarDate!) {
    accessLog(caseId: $caseId, from: $from, to: $to, first: 500) {
      id
      at
      aboutType
      category
      channel
      seenAs
      staff {
        name
        kana
      }
      access {
        kind
        reason {
          body
        }
      }
    }
  }
`);
const CSV = graphql(`
  query AccessLogCsv($caseId: Uuid!) {
    accessLogCsv(caseId: $caseId)
  }
`);

export type UnderWay = ResultOf<typeof UNDER_WAY>['accessesUnderWay'][number];
export type Reading = ResultOf<typeof LOG>['accessLog'][number];
export type Reader = ResultOf<typeof SUMMARY>['accessSummary'][number];
export type Category = Code<'InformationCategory'>;

export const useUnderWay = () => useAsk(keys.mine('accesses'), UNDER_WAY, {}).data?.accessesUnderWay ?? [];
export const useMayLook = (caseId: string) =>
  useAsk(keys.ofCase(caseId, 'may-look'), MAY_LOOK, { id: caseId }).data?.case.lookInto.allowed ?? false;
export const useBreakGlass = () => useVerb(BREAK);
export const useLookInto = (caseId: string) => useVerb(LOOK, caseId);
export const useEndAccess = (caseId: string) => useVerb(END, caseId);
export const useReviewAccess = (caseId: string) => useVerb(REVIEW, caseId);
export const useReaders = (caseId: string, month: string) => useAsk(keys.ofCase(caseId, 'readers', month), SUMMARY, { caseId, month });
export const useReadings = (caseId: string, from: string, to: string) =>
  useAsk(keys.ofCase(caseId, 'readings', from, to), LOG, { caseId, from, to });
export const readingsFile =
  (caseId: string, number: string) =>
  async ({ signal }: Step) =>
    saveCsv(`access-${number}.csv`, (await ask(CSV, { caseId }, signal)).accessLogCsv);
