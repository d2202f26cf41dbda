import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Day, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { LookInto } from '../access/look-into';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { CATEGORIES } from '../sharing/sharing';
import { Locked } from './locked';
import { useRecords, type CaseRecord } from './record';
import { useSight, type Sight } from './sight';
import { words } from './words';
import { WriteRecord } from './write-record';

const NOTHING: readonly Sight[] = [];
const ORDER: readonly string[] = ['COORDINATION', ...CATEGORIES];

/** What was noted, one category below the other; where one may not read, a lock and who does. */
export function Records({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const sight = useSight(caseId);
  const w = useWords(words);
  const reading = useRecords(caseId);
  const { data } = reading;
  const [writes, setWrites] = useState(false);
  const writable = sight.filter(({ level }) => level === 'WRITE');
  const locked = sight.filter(({ level }) => level === 'HEADLINE' || level === 'NONE');
  const why = isClosed ? w.closed : writable.length === 0 && w.writeWhy;
  return (
    <Section
      title={w.records}
      reading={reading}
      lines={6}
      beside={
        <Button look="primary" why={why} isOpen={writes} onPress={() => setWrites(!writes)}>
          {w.write}
        </Button>
      }
    >
      <LookInto caseId={caseId} />
      {writes && <WriteRecord caseId={caseId} sight={writable} close={() => setWrites(false)} />}
      {data && data.case.records.length === 0 && <Empty title={w.recordsNone}>{w.recordsText}</Empty>}
      {data &&
        [...Map.groupBy(data.case.records, ({ category }) => category)]
          .toSorted(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))
          .map(([category, records]) => (
            <Category key={category} category={category} records={records} caseId={caseId} sight={isClosed ? NOTHING : writable} />
          ))}
      <div className="grid gap-3 md:grid-cols-2">
        {locked.map((one) => (
          <Locked key={one.category} of={one} />
        ))}
      </div>
    </Section>
  );
}

interface CategoryProps {
  readonly category: CaseRecord['category'];
  readonly records: readonly CaseRecord[];
  readonly caseId: string;
  /** Where one may write. */
  readonly sight: readonly Sight[];
}

function Category({ category, records, caseId, sight }: CategoryProps) {
  const names = useWords(codes);
  return (
    <div>
      <h3 className="border-l-8 border-key-900 pl-3 text-std-18B-160">{names.category[category]}</h3>
      <ul className="divide-y divide-solid-gray-300">
        {records.map((record) => (
          <Entry key={record.id} record={record} caseId={caseId} sight={sight} />
        ))}
      </ul>
    </div>
  );
}

function Entry({ record, caseId, sight }: { readonly record: CaseRecord } & Pick<CategoryProps, 'caseId' | 'sight'>) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const [corrects, setCorrects] = useState(false);
  const mayCorrect = record.write.allowed && !record.isCorrected && sight.length > 0;
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-solid-gray-700">
        <Day on={record.happenedOn} />
        <span>
          {names.record[record.kind]}
          {record.channel && `・${names.channel[record.channel]}`}
          {record.place && `・${record.place}`}
        </span>
        <span>
          <Name of={record.staff} />（{record.agency?.name}）
        </span>
        {record.correctsId && <Badge look="blue">{w.correction}</Badge>}
        {record.isCorrected && <Badge>{w.corrected}</Badge>}
      </p>
      <p className={`max-w-prose whitespace-pre-line ${record.isCorrected ? 'text-solid-gray-700' : ''}`}>{record.body}</p>
      {mayCorrect && (
        <Button look="quiet" label={w.correctOf(dates.day(record.happenedOn))} isOpen={corrects} onPress={() => setCorrects(!corrects)}>
          {w.correct}
        </Button>
      )}
      {corrects && mayCorrect && <WriteRecord caseId={caseId} sight={sight} corrects={record} close={() => setCorrects(false)} />}
    </li>
  );
}
