import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { useWatch } from '../../live';
import { AsOf, Arriving } from '../../ui/reading';
import { Notice, Skeleton } from '../../ui/notice';
import { useWords } from '../../words/language';
import { words as session } from '../session/words';
import { useCase, type Case } from './case';
import { CaseHeader } from './case-header';
import { Records } from './records';
import { ResponsibilityTable } from './responsibility-table';
import { Sessions } from './sessions';
import { Team } from './team';
import { Timeline } from './timeline';
import { words } from './words';

const PlansPart = lazy(() => import('../plans/plans-part'));
const SharingPart = lazy(() => import('../sharing/sharing-part'));
const HouseholdPart = lazy(() => import('../household/household-part'));
const AppointmentsPart = lazy(() => import('../appointments/appointments-part'));
const FilesPart = lazy(() => import('../files/files-part'));
const ReadersPart = lazy(() => import('../access/readers-part'));

const SCREENS = {
  tasks: (of: Case) => <ResponsibilityTable of={of} />,
  plans: ({ id }: Case) => <PlansPart caseId={id} />,
  records: ({ id, status }: Case) => <Records caseId={id} isClosed={status === 'CLOSED'} />,
  files: ({ id, status }: Case) => <FilesPart caseId={id} isClosed={status === 'CLOSED'} />,
  team: (of: Case) => <Team of={of} />,
  sharing: ({ id }: Case) => <SharingPart caseId={id} />,
  household: ({ id }: Case) => <HouseholdPart caseId={id} />,
  appointments: ({ id }: Case) => <AppointmentsPart caseId={id} />,
  sessions: (of: Case) => <Sessions of={of} />,
  timeline: ({ id }: Case) => <Timeline caseId={id} />,
  readers: ({ id, number }: Case) => <ReadersPart caseId={id} number={number} />,
};
type Part = keyof typeof SCREENS;
const PARTS = Object.keys(SCREENS) as Part[];

/** One family, on one page: who answers for it at the top, who does what by when in the middle, everything else one press away. */
export function CasePage({ caseId, part }: { readonly caseId: string; readonly part: string }) {
  const s = useWords(session);
  const reading = useCase(caseId);
  const { data, error } = reading;
  useWatch([caseId]);
  // What may no longer be seen is not shown because it was seen before.
  if (error?.code === 'NOT_FOUND') return <Gone caseId={caseId} />;
  if (!data) return <Arriving of={reading} lines={12} />;
  const here = PARTS.find((name) => name === part) ?? 'tasks';
  return (
    <>
      <title>{`${data.case.number} | ${s.product}`}</title>
      <CaseHeader of={data.case} beside={<AsOf of={reading} />} />
      <Arriving of={reading} />
      <Parts caseId={caseId} here={here} />
      <Suspense fallback={<Skeleton lines={8} />}>{SCREENS[here](data.case)}</Suspense>
    </>
  );
}

function Parts({ caseId, here }: { readonly caseId: string; readonly here: Part }) {
  const w = useWords(words);
  return (
    <nav aria-label={w.parts} className="flex flex-wrap gap-1 border-b border-solid-gray-420">
      {PARTS.map((part) => (
        <Link
          key={part}
          href={part === 'tasks' ? `/cases/${caseId}` : `/cases/${caseId}/${part}`}
          aria-current={part === here ? 'page' : undefined}
          className={`-mb-px border-b-4 px-4 py-2 ${part === here ? 'border-key-900 font-bold text-key-900' : 'border-transparent hover:bg-key-50'}`}
        >
          {w[part]}
        </Link>
      ))}
    </nav>
  );
}

/** A seat that ended while its screen was open: the case goes, what was typed is handed back. */
function Gone({ caseId }: { readonly caseId: string }) {
  const w = useWords(words);
  const cache = useQueryClient();
  const unsent = cache.getQueriesData<string>({ queryKey: ['draft'] }).filter(([[, name], text]) => text && String(name).includes(caseId));
  return (
    <>
      <Notice look="warning">{w.gone}</Notice>
      {unsent.map(([key, text]) => (
        <Notice key={String(key[1])}>
          <p className="font-bold">{w.unsent}</p>
          <p className="whitespace-pre-line">{text}</p>
        </Notice>
      ))}
    </>
  );
}
