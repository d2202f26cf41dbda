import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useWatch } from '../../live';
import { Button } from '../../ui/button';
import { Badge, Due, Name } from '../../ui/facts';
import { Page } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { words as session } from '../session/words';
import { useCases } from './case';
import { OpenCase } from './open-case';
import { words } from './words';

export function CasesPage() {
  const w = useWords(words);
  const s = useWords(session);
  const [opens, setOpens] = useState(false);
  const [withClosed, setWithClosed] = useState(false);
  const reading = useCases(withClosed ? null : 'OPEN');
  const { data } = reading;
  useWatch(data?.cases.map(({ id }) => id) ?? []);
  return (
    <Page title={w.title} reading={reading} lines={9}>
      <title>{`${w.title} | ${s.product}`}</title>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <label className="flex items-center gap-2">
          <input type="checkbox" className="size-5" checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)} />
          {w.closedToo}
        </label>
        <span className="flex flex-wrap items-center gap-4">
          <Link href="/break-glass" className="text-error-2 underline hover:bg-red-50">
            {w.breakGlass}
          </Link>
          <Button look="primary" isOpen={opens} onPress={() => setOpens(!opens)}>
            {w.open}
          </Button>
        </span>
      </div>
      {opens && <OpenCase close={() => setOpens(false)} />}
      {data?.cases.length === 0 && <Empty title={w.listNone}>{w.listText}</Empty>}
      <ul className="flex flex-col gap-3">
        {data?.cases.map((listed) => (
          <CaseLine key={listed.id} of={listed} />
        ))}
      </ul>
    </Page>
  );
}

type Listed = NonNullable<ReturnType<typeof useCases>['data']>['cases'][number];

function CaseLine({ of }: { readonly of: Listed }) {
  const w = useWords(words);
  const dates = useDates();
  const next = of.openTasks[0];
  const session = of.sessions.findLast(({ status }) => status === 'OPEN' || status === 'CONVENED');
  return (
    <li className="grid items-center gap-x-6 gap-y-2 rounded-12 border border-solid-gray-200 bg-white p-5 lg:grid-cols-[3fr_1fr_1fr_1fr]">
      <div>
        <span className="text-solid-gray-700 tabular-nums">{of.number}</span> {of.status === 'CLOSED' && <Badge>{w.closed}</Badge>}
        <h2 className="text-std-18B-160">
          <Link href={`/cases/${of.id}`} className="text-key-900 underline hover:bg-key-50">
            {of.headline}
          </Link>
        </h2>
      </div>
      <Labelled label={w.keyPerson}>
        <Name of={of.keyPerson?.staff} />
      </Labelled>
      <Labelled label={w.nextDue}>{next ? <Due on={next.dueOn} /> : '—'}</Labelled>
      <Labelled label={w.nextSession}>{session ? dates.moment(session.startsAt) : '—'}</Labelled>
    </li>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <span className="text-solid-gray-700">{label}</span>
      <span>{children}</span>
    </div>
  );
}
