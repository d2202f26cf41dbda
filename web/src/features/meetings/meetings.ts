import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, type Refusal } from '../../ask';
import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { dayOf } from '../../words/dates';

const MEETINGS = graphql(`
  query Meetings($fromOn: CalendarDate!, $toOn: CalendarDate!) {
    meetings(fromOn: $fromOn, toOn: $toOn) {
      id
      status
      startsAt
      endsAt
      place
      caseId
      series {
        id
        name
      }
      meetingKind {
        code
        nameJa
        nameEn
      }
      case {
        id
        number
        headline
      }
      invitations {
        staffId
        status
        withdrawnAt
      }
    }
    plannedMeetings(fromOn: $fromOn, toOn: $toOn) {
      id
      startsAt
      endsAt
      place
      series {
        id
        name
      }
    }
    closedDays(fromOn: $fromOn, toOn: $toOn) {
      on
      why
      name
    }
  }
`);
const CLOSED_PLANS = graphql(`
  query ClosedPlans {
    plannedWhenClosed {
      movesTo
      closed {
        on
        name
      }
      plannedSession {
        id
        version
        startsAt
        endsAt
        series {
          id
          name
          administer: can(action: administer) {
            allowed
            because
          }
        }
      }
    }
  }
`);

type Read = ResultOf<typeof MEETINGS>;
type Held = Read['meetings'][number];

/** A meeting as a calendar shows it: convened, or only planned. */
export interface Meeting extends Pick<Held, 'id' | 'startsAt' | 'endsAt' | 'place' | 'series'> {
  readonly on: string;
  /** `PLANNED` while nobody is asked yet. */
  readonly status: Held['status'] | 'PLANNED';
  readonly case: Held['case'];
  readonly kind: Held['meetingKind'];
  readonly invitations: Held['invitations'];
  readonly href: string;
}
export interface CalendarRead {
  readonly meetings: readonly Meeting[];
  readonly closed: ReadonlyMap<string, Read['closedDays'][number]>;
}

const byTime = (one: Meeting, other: Meeting) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id);

function asCalendar({ meetings, plannedMeetings, closedDays }: Read): CalendarRead {
  const held = meetings.map(({ meetingKind, ...one }): Meeting => ({
    ...one,
    kind: meetingKind,
    on: dayOf(one.startsAt),
    href: `/sessions/${one.id}`,
  }));
  const planned = plannedMeetings.map((one): Meeting => ({
    ...one,
    status: 'PLANNED',
    case: null,
    kind: null,
    invitations: [],
    on: dayOf(one.startsAt),
    href: `/meetings/series/${one.series?.id ?? ''}/sessions`,
  }));
  return { meetings: [...held, ...planned].toSorted(byTime), closed: new Map(closedDays.map((day) => [day.on, day])) };
}

/** What is held and planned between two days, both included, and when one's own office is closed. */
export function useMeetings(fromOn: string, toOn: string) {
  return useQuery<Read, Refusal, CalendarRead>({
    queryKey: keys.mine('meetings', fromOn, toOn),
    queryFn: () => ask(MEETINGS, { fromOn, toOn }),
    select: asCalendar,
    placeholderData: keepPreviousData,
  });
}

export const useClosedPlans = () => useAsk(keys.mine('planned-when-closed'), CLOSED_PLANS, {});
export type ClosedPlan = ResultOf<typeof CLOSED_PLANS>['plannedWhenClosed'][number];
