import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask, type Refusal } from '../../ask';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const TRAIL = graphql(`
  query Trail($id: Uuid!, $before: Int, $last: Int!) {
    trail(caseId: $id, before: $before, last: $last) {
      seq
      at
      sentence
      note {
        body
      }
    }
  }
`);
export type TrailLine = ResultOf<typeof TRAIL>['trail'][number];

const PAGE = 200;

/** What happened on a case, newest first; `older` reads on towards the beginning, while there is any of it. */
export function useTrail(caseId: string) {
  const reading = useInfiniteQuery<readonly TrailLine[], Refusal, TrailLine[], readonly unknown[], number | null>({
    queryKey: keys.ofCase(caseId, 'trail'),
    queryFn: ({ pageParam }) => ask(TRAIL, { id: caseId, before: pageParam, last: PAGE }).then(({ trail }) => trail.toReversed()),
    initialPageParam: null,
    getNextPageParam: (page) => (page.length < PAGE ? null : page.at(-1)!.seq),
    select: ({ pages }) => pages.flat(),
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = reading;
  const older = hasNextPage ? () => void (isFetchingNextPage || fetchNextPage()) : null;
  return { reading, entries: data, older, isReadingOlder: isFetchingNextPage };
}
