import { useState } from 'react';
import { Name } from '../../ui/facts';
import { TextField } from '../../ui/field';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { Save } from '../../ui/progress';
import { Cell, Rows, Table, TableRow } from '../../ui/table';
import { codes } from '../../words/codes';
import { lastDayOf, today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { readingsFile, useReaders, useReadings, type Reader, type Reading } from './access';
import { names as called } from './names';
import { words } from './words';

/** Who looked at a case in a month: how much, and each time what. */
export default function ReadersPart({ caseId, number }: { readonly caseId: string; readonly number: string }) {
  const w = useWords(words);
  const [month, setMonth] = useState(today().slice(0, 7));
  const reading = useReaders(caseId, `${month}-01`);
  const { data } = reading;
  if (reading.error?.code === 'FORBIDDEN') return <RefusalNotice refusal={reading.error} />;
  return (
    <>
      <Section title={w.readers} reading={reading} lines={4}>
        <p className="text-solid-gray-700">{w.readersText}</p>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <TextField
            label={w.month}
            type="month"
            value={month}
            max={today().slice(0, 7)}
            onChange={(chosen) => chosen && setMonth(chosen)}
          />
          <Save label={w.csv} save={readingsFile(caseId, number)} />
        </div>
        {data?.accessSummary.length === 0 && <Empty title={w.none} />}
        {data && data.accessSummary.length > 0 && <Readers readers={data.accessSummary} />}
      </Section>
      {data && data.accessSummary.length > 0 && <Readings caseId={caseId} month={month} />}
    </>
  );
}

function Readers({ readers }: { readonly readers: readonly Reader[] }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  return (
    <Table label={w.readers} heads={[w.who, w.times, w.rows, w.last]}>
      <Rows>
        {readers.map(({ id, staff, times, rowCount, lastAt }) => {
          const posting = staff?.postings.find(({ isCurrent }) => isCurrent);
          return (
            <TableRow key={id}>
              <Cell head={w.who}>
                <strong>
                  <Name of={staff} />
                </strong>
                <span className="block text-solid-gray-700">
                  {posting && `${posting.agency?.name ?? '—'}・${names.profession[posting.profession]}`}
                </span>
              </Cell>
              <Cell head={w.times}>
                <span className="tabular-nums">{times}</span>
              </Cell>
              <Cell head={w.rows}>
                <span className="tabular-nums">{rowCount}</span>
              </Cell>
              <Cell head={w.last}>{dates.moment(lastAt)}</Cell>
            </TableRow>
          );
        })}
      </Rows>
    </Table>
  );
}

function Readings({ caseId, month }: { readonly caseId: string; readonly month: string }) {
  const w = useWords(words);
  const reading = useReadings(caseId, `${month}-01`, lastDayOf(month));
  const { data } = reading;
  return (
    <Section
      title={w.readings}
      reading={reading}
      lines={6}
      beside={data && <span className="text-solid-gray-700">{w.thisMany(data.accessLog.length)}</span>}
    >
      {data && (
        <Table label={w.readings} heads={[w.when, w.who, w.what, w.as, w.via]}>
          <Rows>
            {data.accessLog.map((one) => (
              <ReadingLine key={one.id} of={one} />
            ))}
          </Rows>
        </Table>
      )}
    </Section>
  );
}

function ReadingLine({ of: { at, staff, aboutType, category, seenAs, channel, access } }: { readonly of: Reading }) {
  const w = useWords(words);
  const n = useWords(called);
  const names = useWords(codes);
  const dates = useDates();
  const rows: Readonly<Record<string, string>> = n.seenRow;
  return (
    <TableRow isAlarming={access !== null}>
      <Cell head={w.when}>{dates.moment(at)}</Cell>
      <Cell head={w.who}>
        <Name of={staff} />
      </Cell>
      <Cell head={w.what}>
        {rows[aboutType] ?? aboutType}
        <span className="block text-solid-gray-700">{names.category[category]}</span>
      </Cell>
      <Cell head={w.as}>
        {n.seenAs[seenAs]}
        {access?.reason && <span className="block text-solid-gray-700">{access.reason.body}</span>}
      </Cell>
      <Cell head={w.via}>{n.via[channel]}</Cell>
    </TableRow>
  );
}
