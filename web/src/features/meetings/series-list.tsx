import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { useLanguage, useWords } from '../../words/language';
import { ClosedPlans } from './closed-plans';
import { KeptPicture } from './kept-picture';
import { useSeriesList, type SeriesLine } from './series';
import { StartSeries } from './start-series';
import { words } from './words';

/** The series of meetings that I take part in or answer for: whether each keeps what it promises, and when it next meets. */
export function SeriesPart() {
  const w = useWords(words);
  const [starts, setStarts] = useState(false);
  const reading = useSeriesList();
  const { data } = reading;
  const series = data?.meetingSeries ?? [];
  const live = series.filter(({ until }) => until === null);
  const ended = series.filter(({ until }) => until !== null);
  return (
    <>
      <ClosedPlans />
      <Section
        title={w.kept}
        reading={reading}
        lines={6}
        beside={
          <Button isOpen={starts} onPress={() => setStarts(!starts)}>
            {w.start}
          </Button>
        }
      >
        {starts && <StartSeries close={() => setStarts(false)} />}
        {data && series.length === 0 && <Empty title={w.seriesNone}>{w.seriesNoneText}</Empty>}
        <ul className="divide-y divide-solid-gray-300">
          {live.map((one) => (
            <Line key={one.id} series={one} />
          ))}
        </ul>
      </Section>
      {ended.length > 0 && (
        <Section title={w.ended}>
          <ul className="divide-y divide-solid-gray-300">
            {ended.map(({ id, name, host }) => (
              <li key={id} className="py-2">
                <Link href={`/meetings/series/${id}`} className="text-key-900 underline hover:bg-key-50">
                  {name}
                </Link>
                {'　'}
                {host?.name}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Line({ series }: { readonly series: SeriesLine }) {
  const { id, name, place, host, kind, members, sessionsAhead, planned } = series;
  const w = useWords(words);
  const dates = useDates();
  const { language } = useLanguage();
  const next = [...sessionsAhead, ...planned].map(({ startsAt }) => startsAt).toSorted()[0];
  return (
    <li className="flex flex-col gap-2 py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-std-18B-160">
          <Link href={`/meetings/series/${id}`} className="text-key-900 underline hover:bg-key-50">
            {name}
          </Link>
        </h3>
        {name !== kind?.nameJa && <Badge>{language === 'ja' ? kind?.nameJa : kind?.nameEn}</Badge>}
        <span className="text-solid-gray-800">
          {w.host}
          {host?.name}　{place}　{w.membersOf(members.length)}
        </span>
        <span className={next ? '' : 'font-bold text-error-2'}>{next ? `${w.next}${dates.moment(next)}` : w.noNext}</span>
      </div>
      {kind && <KeptPicture of={series} kind={kind} />}
    </li>
  );
}
