import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { isOpen } from '../tasks/task';
import { Button } from '../../ui/button';
import { Badge, Born, Due, Name } from '../../ui/facts';
import { Skeleton } from '../../ui/notice';
import { codes } from '../../words/codes';
import { today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { subjectFirst } from '../household/subject-first';
import type { Case } from './case';
import { words } from './words';

const ChangeCase = lazy(() => import('./change-case'));

const ageOn = (bornOn: string, day: string) =>
  Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0);

/** What everyone on a case has to know first. */
export function CaseHeader({ of, beside }: { readonly of: Case; readonly beside: ReactNode }) {
  const w = useWords(words);
  const [changes, setChanges] = useState(false);
  const next = of.tasks.find((task) => isOpen(task) && task.status !== 'DECLINED');
  return (
    <div className="flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div>
          <p className="text-solid-gray-700 tabular-nums">
            {of.number} {of.status === 'CLOSED' && <Badge>{w.closed}</Badge>} {of.shield && <Badge look="red">{w.shielded}</Badge>}
          </p>
          <h1 className="text-std-24B-150">{of.headline}</h1>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 print:hidden">
          <Button look="quiet" isOpen={changes} onPress={() => setChanges(!changes)}>
            {w.change}
          </Button>
          {beside}
        </div>
      </div>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <Fact term={w.keyPerson}>
          <strong>
            <Name of={of.keyPerson?.staff} />
          </strong>
          <span className="block text-solid-gray-700">{of.keyPerson?.agency?.name}</span>
        </Fact>
        <Fact term={w.lead}>{of.leadAgency?.name ?? '—'}</Fact>
        <Fact term={w.nextDue}>
          {next ? (
            <>
              <Due on={next.dueOn} />
              <span className="block text-solid-gray-700">{next.what}</span>
            </>
          ) : (
            w.noDue
          )}
        </Fact>
        <Fact term={w.nextSession}>
          <NextSession of={of} />
        </Fact>
      </dl>
      <Household of={of} />
      {changes && (
        <Suspense fallback={<Skeleton lines={2} />}>
          <ChangeCase of={of} />
        </Suspense>
      )}
    </div>
  );
}

function NextSession({ of }: { readonly of: Case }) {
  const w = useWords(words);
  const dates = useDates();
  const ahead = of.sessions.findLast(({ status }) => status === 'OPEN' || status === 'CONVENED');
  if (!ahead) return w.noSession;
  return (
    <Link href={`/sessions/${ahead.id}`} className="text-key-900 underline hover:bg-key-50">
      {dates.moment(ahead.startsAt)} {ahead.place}
    </Link>
  );
}

function Household({ of }: { readonly of: Case }) {
  const w = useWords(words);
  const names = useWords(codes);
  const members = subjectFirst(of.household?.members ?? []);
  if (members.length === 0) return null;
  return (
    <ul aria-label={w.household} className="flex flex-wrap gap-x-8 gap-y-2 border-t border-solid-gray-200 pt-3">
      {members.map(({ id, name, kana, relation, bornOn }) => (
        <li key={id}>
          <Name of={{ name, kana }} />{' '}
          <span className="text-solid-gray-700">
            {names.relation[relation]}
            {bornOn && (
              <>
                {' '}
                <Born on={bornOn} /> {w.age(ageOn(bornOn, today()))}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-solid-gray-700">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
