import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { plusDays, today, useDates } from '../../words/dates';
import { useLanguage, useWords } from '../../words/language';
import { dayByKey, isWeekend, plusMonths, rangeOf, weeksOf, type Shown } from './days';
import { titleOf } from './meeting-line';
import type { CalendarRead, Meeting } from './meetings';
import { words } from './words';

interface CalendarProps {
  readonly read: CalendarRead | undefined;
  /** The day that the calendar is open at. */
  readonly at: string;
  readonly setAt: (day: string) => void;
  readonly shown: Shown;
  readonly setShown: (shown: Shown) => void;
  /** The one day that is listed alone, if any. */
  readonly only: string | null;
  readonly setOnly: (day: string | null) => void;
}

/** A wall calendar that can be walked through with the arrow keys. */
export function Calendar({ read, at, setAt, shown, setShown, only, setOnly }: CalendarProps) {
  const w = useWords(words);
  const dates = useDates();
  const hintId = useId();
  const table = useRef<HTMLTableElement>(null);
  const walksTo = useRef<string | null>(null);
  const range = rangeOf(at, shown);
  useEffect(() => {
    if (walksTo.current !== null) table.current?.querySelector<HTMLElement>(`[data-day="${walksTo.current}"]`)?.focus();
    walksTo.current = null;
  }, [at]);
  const walk = (event: KeyboardEvent, from: string) => {
    const reached = dayByKey(event.key, from, shown);
    if (reached === null) return;
    event.preventDefault();
    walksTo.current = reached;
    setAt(reached);
  };
  const page = (direction: 1 | -1) => setAt(shown === 'month' ? plusMonths(at, direction) : plusDays(at, 7 * direction));
  const [year, month] = at.split('-') as [string, string];
  const name = shown === 'month' ? w.monthOf(year, String(Number(month))) : w.weekOf(dates.day(range.from), dates.day(range.to));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-std-20B-150" aria-live="polite">
          {name}
        </h2>
        <Row>
          <Button onPress={() => page(-1)}>‹ {w.earlier}</Button>
          <Button onPress={() => setAt(today())}>{w.toToday}</Button>
          <Button onPress={() => page(1)}>{w.later} ›</Button>
          <span role="group" aria-label={w.showing} className="inline-flex gap-1">
            {(['month', 'week'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={shown === one}
                onClick={() => setShown(one)}
                className={`min-h-10 rounded-8 border px-3.5 text-std-16B-170 ${shown === one ? 'border-key-900 bg-key-50 text-key-1000' : 'border-solid-gray-420 bg-white'}`}
              >
                {w[one]}
              </button>
            ))}
          </span>
        </Row>
      </div>
      <p id={hintId} className="sr-only">
        {w.keys}
      </p>
      <table ref={table} aria-label={name} aria-describedby={hintId} className="w-full table-fixed border-collapse bg-white">
        <thead>
          <tr>
            {weeksOf(range)[0]!.map((day) => (
              <th key={day} scope="col" className={`border border-solid-gray-300 py-1 ${isWeekend(day) ? 'text-solid-gray-700' : ''}`}>
                {dates.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(range).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  isOfMonth={shown === 'week' || day.slice(0, 7) === at.slice(0, 7)}
                  isHere={day === at}
                  isOnly={day === only}
                  isTall={shown === 'week'}
                  closed={read?.closed.get(day)}
                  meetings={read?.meetings.filter(({ on }) => on === day) ?? []}
                  onWalk={(event) => walk(event, day)}
                  onChoose={() => {
                    setAt(day);
                    setOnly(only === day ? null : day);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayCellProps {
  readonly day: string;
  readonly isOfMonth: boolean;
  readonly isHere: boolean;
  readonly isOnly: boolean;
  readonly isTall: boolean;
  readonly closed: { readonly why: string; readonly name: string } | undefined;
  readonly meetings: readonly Meeting[];
  readonly onWalk: (event: KeyboardEvent) => void;
  readonly onChoose: () => void;
}

const MOST_IN_A_CELL = 3;

function DayCell({ day, isOfMonth, isHere, isOnly, isTall, closed, meetings, onWalk, onChoose }: DayCellProps) {
  const w = useWords(words);
  const dates = useDates();
  const named = closed && closed.why !== 'WEEKEND' ? closed.name : '';
  const shown = isTall ? meetings : meetings.slice(0, MOST_IN_A_CELL);
  const ground = closed ? 'bg-solid-gray-50' : isOfMonth ? 'bg-white' : 'bg-solid-gray-50';
  return (
    <td className={`border border-solid-gray-300 p-1 align-top ${isTall ? 'h-64' : 'h-24'} ${ground}`}>
      <div className="flex flex-wrap items-center gap-x-1">
        <button
          type="button"
          data-day={day}
          tabIndex={isHere ? 0 : -1}
          aria-pressed={isOnly}
          aria-current={day === today() ? 'date' : undefined}
          aria-label={w.dayWith(dates.day(day), named, meetings.length)}
          onKeyDown={onWalk}
          onClick={onChoose}
          className={`flex grow items-center gap-x-1 rounded-4 px-1 text-left hover:bg-key-50 ${isOnly ? 'bg-key-100' : ''}`}
        >
          <DayNumber day={day} isOfMonth={isOfMonth} />
          {meetings.length > 0 && (
            <span className="rounded-full border border-key-900 px-1.5 text-key-900 md:hidden" aria-hidden="true">
              {meetings.length}
            </span>
          )}
        </button>
        {named && <span className="truncate text-red-1000 max-md:hidden">{named}</span>}
      </div>
      <ul className="flex flex-col gap-0.5 pt-1 max-md:hidden">
        {shown.map((meeting) => (
          <li key={meeting.id}>
            <Entry meeting={meeting} isLong={isTall} />
          </li>
        ))}
      </ul>
      {meetings.length > shown.length && <p className="px-1 text-solid-gray-700 max-md:hidden">＋{meetings.length - shown.length}</p>}
    </td>
  );
}

function DayNumber({ day, isOfMonth }: { readonly day: string; readonly isOfMonth: boolean }) {
  const look = day === today() ? 'bg-key-900 font-bold text-white' : isOfMonth ? '' : 'text-solid-gray-700';
  return <span className={`inline-flex min-w-7 justify-center rounded-full px-1 tabular-nums ${look}`}>{Number(day.slice(8))}</span>;
}

const LOOKS = {
  PLANNED: 'border-dashed border-solid-gray-536 bg-white',
  CONVENED: 'border-key-900 bg-key-50',
  OPEN: 'border-success-2 bg-green-50',
  CLOSED: 'border-solid-gray-420 bg-solid-gray-50',
  CANCELLED: 'border-solid-gray-420 bg-white line-through',
} as const;

function Entry({ meeting, isLong }: { readonly meeting: Meeting; readonly isLong: boolean }) {
  const w = useWords(words);
  const dates = useDates();
  const { language } = useLanguage();
  return (
    <Link
      href={meeting.href}
      className={`block rounded-4 border px-1 leading-snug hover:underline ${isLong ? '' : 'truncate'} ${LOOKS[meeting.status]}`}
    >
      <span className="tabular-nums">{dates.time(meeting.startsAt)}</span> {titleOf(meeting, language, w.conference)}
      {isLong && <span className="block text-solid-gray-700">{meeting.place}</span>}
    </Link>
  );
}
