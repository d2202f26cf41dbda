import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useDates } from '../../words/dates';
import { AsOf, Arriving } from '../../ui/reading';
import { useLanguage, useWords } from '../../words/language';
import { words as session } from '../session/words';
import { CaseloadPart } from './caseload-part';
import { ClosedPlans } from './closed-plans';
import { KindFacts } from './kind-facts';
import { Members } from './members';
import { MonitorPart } from './monitor-part';
import { names as called } from './names';
import { useSeries, type Series } from './series';
import { seriesWords } from './series-words';
import { SessionsPart } from './sessions-part';
import { TargetsPart } from './targets-part';
import { words } from './words';

const SCREENS = {
  overview: (of: Series) => <Overview of={of} />,
  sessions: (of: Series) => <SessionsPart of={of} />,
  caseload: (of: Series) => <CaseloadPart of={of} />,
  targets: (of: Series) => <TargetsPart of={of} />,
  monitor: (of: Series) => <MonitorPart of={of} />,
};
type Part = keyof typeof SCREENS;
const PARTS = Object.keys(SCREENS) as Part[];

/** One series of meetings: what binds it, who takes part, when it meets, what it works through and whether it keeps its promises. */
export default function SeriesPage({ seriesId, part }: { readonly seriesId: string; readonly part: string }) {
  const s = useWords(session);
  const reading = useSeries(seriesId);
  const { data, error } = reading;
  const series = data?.series;
  if (!series || error?.code === 'NOT_FOUND') return <Arriving of={reading} lines={12} />;
  const here = PARTS.find((name) => name === part) ?? 'overview';
  return (
    <>
      <title>{`${series.name} | ${s.product}`}</title>
      <Head of={series} asOf={<AsOf of={reading} />} />
      <ClosedPlans seriesId={seriesId} />
      <Parts seriesId={seriesId} here={here} />
      {SCREENS[here](series)}
    </>
  );
}

function Head({ of, asOf }: { readonly of: Series; readonly asOf: ReactNode }) {
  const w = useWords(words);
  const s = useWords(seriesWords);
  const dates = useDates();
  const { language } = useLanguage();
  const next = [...of.planned, ...of.sessions.filter(({ status }) => status === 'CONVENED')].map(({ startsAt }) => startsAt).toSorted()[0];
  return (
    <div className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Link href="/meetings/series" className="text-key-900 underline hover:bg-key-50">
          {w.series}
        </Link>
        {asOf}
      </div>
      <h1 className="flex flex-wrap items-center gap-3 text-std-28B-150">
        {of.name} {of.name !== of.kind?.nameJa && <Badge>{language === 'ja' ? of.kind?.nameJa : of.kind?.nameEn}</Badge>}
      </h1>
      <p>
        {w.host}
        {of.host?.name}　{of.place}
        {'　'}
        <span className={next ? '' : 'font-bold text-error-2'}>{next ? `${w.next}${dates.moment(next)}` : w.noNext}</span>
      </p>
      {of.until && <Notice look="warning">{s.isEnded}</Notice>}
    </div>
  );
}

function Parts({ seriesId, here }: { readonly seriesId: string; readonly here: Part }) {
  const s = useWords(seriesWords);
  return (
    <nav aria-label={s.parts} className="flex flex-wrap gap-1 border-b border-solid-gray-420">
      {PARTS.map((part) => (
        <Link
          key={part}
          href={part === 'overview' ? `/meetings/series/${seriesId}` : `/meetings/series/${seriesId}/${part}`}
          aria-current={part === here ? 'page' : undefined}
          className={`-mb-px border-b-4 px-4 py-2 ${part === here ? 'border-key-900 font-bold text-key-900' : 'border-transparent hover:bg-key-50'}`}
        >
          {s[part]}
        </Link>
      ))}
    </nav>
  );
}

function Overview({ of }: { readonly of: Series }) {
  const s = useWords(seriesWords);
  const c = useWords(called);
  const { kind } = of;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title={s.whatFor}>
        <p className="text-solid-gray-800">{s.seriesIs}</p>
        {kind && <KindFacts kind={kind} />}
        {kind && (
          <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[max-content_1fr]">
            <dt className="text-solid-gray-700">{s.brings}</dt>
            <dd>{c.brings[kind.brings]}</dd>
            <dt className="text-solid-gray-700">{s.proposals}</dt>
            <dd>{kind.takesProposals ? s.proposalsWait : s.proposalsGo}</dd>
            {kind.quorumPercent !== null && (
              <>
                <dt className="text-solid-gray-700">{s.quorum}</dt>
                <dd>{s.quorumOf(kind.quorumPercent)}</dd>
              </>
            )}
          </dl>
        )}
      </Section>
      <Members of={of} />
    </div>
  );
}
