import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Day } from '../../ui/facts';
import { RefusalNotice, Skeleton } from '../../ui/notice';
import { dayOf, plusDays, today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useTimes, useWhoCanCome, type Coming, type Planned, type Proposal } from './coming';
import { words } from './words';

interface WhoCanComeProps {
  readonly planned: Planned;
  readonly nameOf: (staffId: string) => string;
  readonly choose: (time: { readonly day: string; readonly from: string; readonly to: string }) => void;
}

const DAYS_AHEAD = 28;

/** Who can come at the time that is chosen and why not, and the times at which most can. */
export function WhoCanCome({ planned, nameOf, choose }: WhoCanComeProps) {
  const w = useWords(words);
  const [asks, setAsks] = useState(false);
  const { data, error } = useWhoCanCome(planned);
  if (planned.staffIds.length === 0) return null;
  const away = data?.whoCanCome.filter(({ canCome }) => !canCome) ?? [];
  return (
    <section aria-label={w.title} className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          <strong>{w.title}</strong>{' '}
          {data && (
            <Badge look={away.length === 0 ? 'green' : 'orange'}>
              {away.length === 0 ? w.everyone : w.some(data.whoCanCome.length - away.length, data.whoCanCome.length)}
            </Badge>
          )}
        </p>
        <Button isOpen={asks} onPress={() => setAsks(!asks)}>
          {w.propose}
        </Button>
      </div>
      <RefusalNotice refusal={error} />
      <Away away={away} nameOf={nameOf} />
      {asks && <Times planned={planned} nameOf={nameOf} choose={choose} />}
    </section>
  );
}

function Away({ away, nameOf }: { readonly away: readonly Coming[]; readonly nameOf: (staffId: string) => string }) {
  return (
    <ul>
      {away.map(({ staffId, because }) => (
        <li key={staffId}>
          <strong>{nameOf(staffId)}</strong>
          {'　'}
          {because}
        </li>
      ))}
    </ul>
  );
}

const MINUTE_MS = 60_000;

function Times({ planned: { staffIds, startsAt, endsAt }, nameOf, choose }: WhoCanComeProps) {
  const w = useWords(words);
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS);
  const { data, error } = useTimes(staffIds, plusDays(today(), 1), plusDays(today(), DAYS_AHEAD), minutes, true);
  if (!data) return error ? <RefusalNotice refusal={error} /> : <Skeleton lines={3} />;
  if (data.proposeTimes.length === 0) return <p>{w.noTime}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {data.proposeTimes.map((proposal) => (
        <Time key={proposal.startsAt} proposal={proposal} nameOf={nameOf} choose={choose} />
      ))}
    </ul>
  );
}

function Time({
  proposal: { startsAt, endsAt, everyone, coming },
  nameOf,
  choose,
}: Omit<WhoCanComeProps, 'planned'> & { readonly proposal: Proposal }) {
  const w = useWords(words);
  const dates = useDates();
  const day = dayOf(startsAt);
  const [from, to] = [dates.time(startsAt), dates.time(endsAt)];
  return (
    <li className="flex flex-col gap-1 rounded-8 border border-solid-gray-300 bg-white p-3">
      <span className="flex flex-wrap items-center gap-3">
        <strong>
          <Day on={day} /> {from}–{to}
        </strong>
        <Badge look={everyone ? 'green' : 'orange'}>
          {everyone ? w.everyone : w.some(coming.filter(({ canCome }) => canCome).length, coming.length)}
        </Badge>
        <Button label={`${w.take}：${dates.day(day)} ${from}`} onPress={() => choose({ day, from, to })}>
          {w.take}
        </Button>
      </span>
      <Away away={coming.filter(({ canCome }) => !canCome)} nameOf={nameOf} />
    </li>
  );
}
