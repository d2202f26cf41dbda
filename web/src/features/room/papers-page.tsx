import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Badge, Due } from '../../ui/facts';
import { Page, Section } from '../../ui/layout';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { words as session } from '../session/words';
import { useNameOf } from './name-of';
import { usePapers, type Papers } from './papers';
import { words } from './words';

/** The papers before a meeting (会議資料): what concerns one's agency, and the agenda as one may see it. */
export default function PapersPage({ sessionId }: { readonly sessionId: string }) {
  const w = useWords(words);
  const s = useWords(session);
  const reading = usePapers(sessionId);
  const { data } = reading;
  const of = data?.packet.session;
  return (
    <Page
      title={w.papersTitle}
      reading={reading}
      lines={10}
      beside={
        <span className="print:hidden">
          <Button onPress={() => window.print()}>{w.print}</Button>
        </span>
      }
    >
      <title>{`${w.papersTitle} | ${s.product}`}</title>
      {of && <Sheet papers={data.packet} of={of} />}
    </Page>
  );
}

function Sheet({ papers, of }: { readonly papers: Papers; readonly of: NonNullable<Papers['session']> }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const list = useList();
  const nameOf = useNameOf();
  const asked = of.invitations.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <>
      <div>
        <Link href={`/sessions/${of.id}`} className="text-std-20B-150 text-key-900 underline hover:bg-key-50">
          {nameOf(of)}
        </Link>
        <p>
          {dates.moment(of.startsAt)}–{dates.time(of.endsAt)}
          {'　'}
          {of.place}
        </p>
        <p className="text-solid-gray-800">{list(asked.map(({ staff, agency }) => `${staff?.name ?? '—'}（${agency?.name ?? '—'}）`))}</p>
        <p className="text-solid-gray-700">{w.papersText}</p>
      </div>
      <Part title={w.ownItems} none={w.papersNone}>
        {papers.ownItems.map((item) => (
          <ItemLine key={item.id} item={item} />
        ))}
      </Part>
      <Part title={w.ownTasks} none={w.papersNone}>
        {papers.ownTasks.map((task) => (
          <li key={task.id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <strong>{task.what}</strong>
            <span>
              {task.case?.number}　{task.staff?.name ?? '—'}
            </span>
            <Due on={task.dueOn} />
            <Badge>{names.task[task.status]}</Badge>
          </li>
        ))}
      </Part>
      <Part title={w.agenda} none={w.papersNone}>
        {papers.agenda.map((item) => (
          <ItemLine key={item.id} item={item} from={item.agency?.name} />
        ))}
      </Part>
      <Part title={w.toConfirm} none={w.papersNone}>
        {papers.toConfirm.map(({ id, session: held }) => (
          <li key={id} className="py-2">
            <Link href={`/sessions/${held?.id ?? ''}/minutes`} className="text-key-900 underline hover:bg-key-50">
              {held && nameOf(held)}
            </Link>
          </li>
        ))}
      </Part>
    </>
  );
}

function Part({ title, none, children }: { readonly title: string; readonly none: string; readonly children: readonly ReactNode[] }) {
  return (
    <Section title={title}>
      {children.length === 0 ? (
        <p className="text-solid-gray-700">{none}</p>
      ) : (
        <ul className="divide-y divide-solid-gray-300">{children}</ul>
      )}
    </Section>
  );
}

function ItemLine({ item, from }: { readonly item: Papers['ownItems'][number]; readonly from?: string | undefined }) {
  const names = useWords(codes);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
      <strong>{item.what}</strong>
      {item.case && (
        <span>
          {item.case.number} {item.case.headline}
        </span>
      )}
      {item.because && <Badge look="orange">{names.because[item.because]}</Badge>}
      {from && <span className="text-solid-gray-700">{from}</span>}
    </li>
  );
}
