import { TextField } from '../../ui/field';
import { Notice, RefusalNotice, Skeleton } from '../../ui/notice';
import { useWords } from '../../words/language';
import { useSightOf } from '../cases/sight';
import { SightList } from '../cases/sight-list';
import type { Candidate } from './convening';
import { words } from './words';

interface PreviewProps {
  readonly caseId: string;
  readonly person: Candidate;
  readonly as: Candidate['postings'][number];
  readonly despite: string;
  readonly setDespite: (reason: string) => void;
}

/** What they will see, by their profession and by what their agency may know; and whether there is a reason against them. */
export function Preview({ caseId, person, as, despite, setDespite }: PreviewProps) {
  const w = useWords(words);
  const who = person.isOnCase ? {} : { agencyId: as.agencyId, profession: as.profession };
  const { data, error, isPending } = useSightOf(caseId, { staffId: person.staffId, ...who });
  return (
    <div className="flex flex-col gap-2">
      {data?.sight.mayConflict && (
        <Notice look="warning">
          <p className="font-bold">{w.conflict}</p>
          <TextField label={w.despite} value={despite} onChange={setDespite} isRequired />
        </Notice>
      )}
      <p className="font-bold">
        {w.willSee}
        {!person.isOnCase && <span className="font-normal text-solid-gray-800">（{w.newSeat}）</span>}
      </p>
      <RefusalNotice refusal={error} />
      {data && !data.sight.mayJoin && <Notice look="warning">{w.noBasis}</Notice>}
      {isPending ? <Skeleton lines={2} /> : <SightList sights={data?.sight.categories ?? []} />}
    </div>
  );
}
