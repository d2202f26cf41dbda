import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask, type Refusal } from '../../ask';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const WHO = graphql(`
  query WhoCanCome($staffIds: [Uuid!]!, $startsAt: Instant!, $endsAt: Instant!) {
    whoCanCome(staffIds: $staffIds, startsAt: $startsAt, endsAt: $endsAt) { staffId canCome because }
  }
`);
const TIMES = graphql(`
  query ProposeTimes($staffIds: [Uuid!]!, $from: CalendarDate!, $to: CalendarDate!, $minutes: Int!) {
    proposeTimes(staffIds: $staffIds, from: $from, to: $to, minutes: $minutes, first: 6) { startsAt endsAt everyone coming { staffId canCome because } }
  }
`);

export type Coming = ResultOf<typeof WHO>['whoCanCome'][number];
export type Proposal = ResultOf<typeof TIMES>['proposeTimes'][number];

/** A meeting as it is being planned: for whom, and from when to when. */
export interface Planned {
  readonly staffIds: readonly string[];
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Who of these can come then, and why not; what else somebody has stays theirs. */
export function useWhoCanCome({ staffIds, startsAt, endsAt }: Planned) {
  const isSound = staffIds.length > 0 && startsAt < endsAt;
  return useQuery<ResultOf<typeof WHO>, Refusal>({
    queryKey: keys.mine('who-can-come', staffIds, startsAt, endsAt),
    queryFn: () => ask(WHO, { staffIds: [...staffIds], startsAt, endsAt }),
    placeholderData: keepPreviousData,
    enabled: isSound,
  });
}

/** The best times for these people in a stretch of days. */
export function useTimes(staffIds: readonly string[], from: string, to: string, minutes: number, isWanted: boolean) {
  return useQuery<ResultOf<typeof TIMES>, Refusal>({
    queryKey: keys.mine('times', staffIds, from, to, minutes),
    queryFn: () => ask(TIMES, { staffIds: [...staffIds], from, to, minutes }),
    enabled: isWanted && staffIds.length > 0 && minutes > 0,
  });
}
