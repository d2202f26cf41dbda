import { ask } from '../../ask';
import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { saveCsv } from '../../ui/file';

const AGENCIES = graphql(`
  query Agencies {
    agencies {
      id
      name
      parentId
    }
  }
`);
export const useAgencies = () => useAsk(keys.directory('agencies'), AGENCIES, {});

const RESPONSIBILITY = graphql(`
  query ResponsibilityOn($agencyId: Uuid!, $on: CalendarDate!) {
    responsibility(agencyId: $agencyId, on: $on) {
      on
      keyPersons {
        id
        seq
        caseId
        caseNumber
        staff {
          name
        }
        agency {
          name
        }
      }
      tasks {
        id
        seq
        kind
        caseId
        caseNumber
        what
        ownerKind
        status
        dueOn
        isOverdue
        isUnaccepted
        staff {
          name
        }
        agency {
          id
          name
        }
      }
      issues {
        id
        seq
        kind
        caseId
        caseNumber
        what
        agency {
          id
          name
        }
      }
      gaps {
        kind
        caseId
        caseNumber
        days
        held {
          id
          kind
          what
          dueOn
          staff {
            name
          }
          agency {
            name
          }
        }
      }
    }
  }
`);
export const useResponsibility = (agencyId: string, on: string) =>
  useAsk(keys.mine('responsibility', agencyId, on), RESPONSIBILITY, { agencyId, on }, agencyId !== '');
export type Responsibility = ResultOf<typeof RESPONSIBILITY>['responsibility'];
export type HeldTask = Responsibility['tasks'][number];

const SEAL = graphql(`
  query Seal($caseId: Uuid!, $after: Int!) {
    trail(caseId: $caseId, after: $after, first: 1) {
      seq
      hash
    }
  }
`);
/** The seal of the newest entry that the answer rests on. */
export function useSeal(read: Responsibility | undefined) {
  const newest = [...(read?.tasks ?? []), ...(read?.issues ?? []), ...(read?.keyPersons ?? [])].toSorted(
    (one, other) => other.seq - one.seq,
  )[0];
  const variables = { caseId: newest?.caseId ?? '', after: (newest?.seq ?? 1) - 1 };
  return useAsk(keys.directory('seal', variables), SEAL, variables, newest !== undefined).data?.trail[0];
}

const CSV = graphql(`
  query ResponsibilityCsv($agencyId: Uuid!, $on: CalendarDate!) {
    responsibilityCsv(agencyId: $agencyId, on: $on)
  }
`);
const TRAIL_CSV = graphql(`
  query TrailCsv($caseId: Uuid!) {
    trailCsv(caseId: $caseId)
  }
`);

export const responsibilityFile = async (agencyId: string, on: string) =>
  saveCsv(`responsibility-${on}.csv`, (await ask(CSV, { agencyId, on })).responsibilityCsv);
export const trailFile = async (caseId: string, number: string) =>
  saveCsv(`trail-${number}.csv`, (await ask(TRAIL_CSV, { caseId })).trailCsv);
