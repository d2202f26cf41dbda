import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Page, Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { words as session } from '../session/words';
import { Calendar } from './calendar';
import { ClosedPlans } from './closed-plans';
import { rangeOf, type Shown } from './days';
import { MeetingLine } from './meeting-line';
import { useMeetings } from './meetings';
import { KindsPart } from './kinds-part';
import { SeriesPart } from './series-list';
import { words } from './words';

/** Every meeting that concerns me: on a calendar, as a list, and the series that they belong to. */
export default function MeetingsPage({ part }: { readonly part: Part }) {
  const w = useWords(words);
  const s = useWords(session);
  if (part === 'calendar') return <Dates />;
  return (
    <Page title={w.title}>
      <title>{`${w[part]} | ${s.product}`}</title>
      <Parts here={part} />
      {part === 'series' ? <SeriesPart /> : <KindsPart />}
    </Page>
  );
}

function Dates() {
  const w = useWords(words);
  const s = useWords(session);
  const [at, setAt] = useState(today());
  const [shown, setShown] = useState<Shown>('month');
  const [only, setOnly] = useState<string | null>(null);
  const range = rangeOf(at, shown);
  const reading = useMeetings(range.from, range.to);
  const { data } = reading;
  const isListed = (on: string) => (only === null ? on >= range.from && on <= range.to : on === only);
  return (
    <Page title={w.title} reading={reading} lines={6}>
      <title>{`${w.title} | ${s.product}`}</title>
      <Parts here="calendar" />
      <p>{w.intro}</p>
      <ClosedPlans />
      <Calendar
        read={data}
        at={at}
        setAt={(day) => {
          setAt(day);
          if (only !== null) setOnly(null);
        }}
        shown={shown}
        setShown={setShown}
        only={only}
        setOnly={setOnly}
      />
      {data && (
        <Listed only={only} all={() => setOnly(null)}>
          {data.meetings
            .filter(({ on }) => isListed(on))
            .map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} />
            ))}
        </Listed>
      )}
    </Page>
  );
}

function Listed({
  only,
  all,
  children,
}: {
  readonly only: string | null;
  readonly all: () => void;
  readonly children: readonly ReactNode[];
}) {
  const w = useWords(words);
  const dates = useDates();
  return (
    <Section
      title={only === null ? w.inRange : w.onDay(dates.day(only))}
      beside={only !== null && <Button onPress={all}>{w.wholeRange}</Button>}
    >
      {children.length === 0 ? <Empty title={w.none}>{w.noneText}</Empty> : <ul className="divide-y divide-solid-gray-300">{children}</ul>}
    </Section>
  );
}

const PARTS = [
  ['calendar', '/meetings'],
  ['series', '/meetings/series'],
  ['kinds', '/meetings/kinds'],
] as const;
type Part = (typeof PARTS)[number][0];

function Parts({ here }: { readonly here: Part }) {
  const w = useWords(words);
  return (
    <nav aria-label={w.parts} className="flex flex-wrap gap-1 border-b border-solid-gray-420">
      {PARTS.map(([part, href]) => (
        <Link
          key={part}
          href={href}
          aria-current={part === here ? 'page' : undefined}
          className={`-mb-px border-b-4 px-4 py-2 ${part === here ? 'border-key-900 font-bold text-key-900' : 'border-transparent hover:bg-key-50'}`}
        >
          {w[part]}
        </Link>
      ))}
    </nav>
  );
}
