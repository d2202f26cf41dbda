import { ask } from '../../ask';
import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import type { Step } from '../../long-work';
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
const TRAIL_ENDS = graphql(`
  query TrailEnds($caseId: Uuid!) {
    oldest: trail(caseId: $caseId, first: 1) {
      seq
    }
    newest: trail(caseId: $caseId, last: 1) {
      seq
    }
  }
`);
const TRAIL_CSV = graphql(`
  query TrailCsv($caseId: Uuid!, $after: Int!, $first: Int!) {
    trailCsv(caseId: $caseId, after: $after, first: $first)
    trail(caseId: $caseId, after: $after, first: $first) {
      seq
    }
  }
`);
const EXAMINE = graphql(`
  query ExamineTrail($seq: Int!, $hash: String, $before: String, $compared: Int!) {
    examineTrail(seq: $seq, hash: $hash, before: $before, compared: $compared) {
      sound
      seq
      hash
      before
      compared
      of
      isOver
      verdict
    }
  }
`);
export type Examined = ResultOf<typeof EXAMINE>['examineTrail'];
type From = Pick<Examined, 'seq' | 'compared'> & { readonly hash: string | null; readonly before: string | null };

const LINES_AT_ONCE = 500;
const BEGINNING = { seq: 0, hash: null, before: null, compared: 0 };

export const responsibilityFile =
  (agencyId: string, on: string) =>
  async ({ signal }: Step) =>
    saveCsv(`responsibility-${on}.csv`, (await ask(CSV, { agencyId, on }, signal)).responsibilityCsv);

/** The trail of a case, a stretch after the other until what was the newest entry when it began. */
export const trailFile =
  (caseId: string, number: string) =>
  async ({ signal, tell }: Step) => {
    const { oldest, newest } = await ask(TRAIL_ENDS, { caseId }, signal);
    const [begin, end] = [oldest[0]?.seq ?? 0, newest[0]?.seq ?? 0];
    const parts: string[] = [];
    for (let after = 0; after < end;) {
      const { trail, trailCsv } = await ask(TRAIL_CSV, { caseId, after, first: LINES_AT_ONCE }, signal);
      parts.push(trailCsv);
      after = trail.at(-1)?.seq ?? end;
      tell((after - begin) / Math.max(1, end - begin));
    }
    saveCsv(`trail-${number}.csv`, parts.join(''));
  };

/** Walks the chain from its first entry, a stretch at a time; the last answer is the finding. */
export async function examine({ signal, tell }: Step): Promise<Examined> {
  let found: Examined | null = null;
  while (!found?.isOver) {
    const { seq, hash, before, compared }: From = found ?? BEGINNING;
    found = (await ask(EXAMINE, { seq, hash, before, compared }, signal)).examineTrail;
    tell(found.seq / Math.max(1, found.of));
  }
  return found;
}
