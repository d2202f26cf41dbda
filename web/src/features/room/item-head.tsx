import { Link } from 'wouter';
import { Badge, Day } from '../../ui/facts';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { names as called } from '../meetings/names';
import type { Item, Session } from './room';
import { words } from './words';

/** What an item is, why it stands here, and what became of it; which case it is about, where the meeting has several. */
export function ItemHead({ of, item, number }: { readonly of: Session; readonly item: Item; readonly number: number }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h3 className="text-std-18B-160">
        {number}. {item.what}
      </h3>
      {!of.caseId && <About item={item} />}
      <span className="text-solid-gray-700">{names.category[item.category]}</span>
      {item.because && <Badge look="orange">{names.because[item.because]}</Badge>}
      {item.takenOnAt === null && item.outcome === null && <Badge look="blue">{w.proposed(item.agency?.name ?? '—')}</Badge>}
      {item.outcome && <Badge look="green">{names.outcome[item.outcome]}</Badge>}
      {item.deferredUntil && <Day on={item.deferredUntil} />}
      <Time item={item} />
    </div>
  );
}

function About({ item: { case: one, purpose } }: { readonly item: Item }) {
  const w = useWords(words);
  const c = useWords(called);
  return (
    <>
      {one ? (
        <Link href={`/cases/${one.id}`} className="text-key-900 underline hover:bg-key-50">
          {one.number} {one.headline}
        </Link>
      ) : (
        <span className="text-solid-gray-700">{w.nobodysCase}</span>
      )}
      {purpose !== 'OTHER' && <Badge>{c.purpose[purpose]}</Badge>}
    </>
  );
}

const MINUTE_MS = 60_000;

function Time({ item: { minutesPlanned, begunAt, settledAt } }: { readonly item: Item }) {
  const w = useWords(words);
  const took = begunAt && settledAt ? Math.max(1, Math.round((Date.parse(settledAt) - Date.parse(begunAt)) / MINUTE_MS)) : null;
  if (minutesPlanned === null && took === null) return null;
  return <span className="text-solid-gray-700 tabular-nums">{w.minutesOf(minutesPlanned, took)}</span>;
}
