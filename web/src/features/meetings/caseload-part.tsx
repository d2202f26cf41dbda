import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Choose } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { now } from '../../clock';
import { useCaseload, useMyCases, usePlace, useTakeOff, type Caseload } from './caseload';
import type { Series } from './series';
import { caseloadWords } from './caseload-words';

/** The cases that a series works through, one sentence for each, what has moved since last time first (ワンセンテンス表). */
export function CaseloadPart({ of }: { readonly of: Series }) {
  const w = useWords(caseloadWords);
  const [places, setPlaces] = useState(false);
  const reading = useCaseload(of.id);
  const { data } = reading;
  const without = data?.withoutAppointment ?? [];
  return (
    <Section
      title={w.caseload}
      reading={reading}
      lines={8}
      beside={
        <Button isOpen={places} why={of.until && w.isEnded} onPress={() => setPlaces(!places)}>
          {w.placeCase}
        </Button>
      }
    >
      <p className="text-solid-gray-800">{w.caseloadText}</p>
      {places && <PlaceCase of={of} close={() => setPlaces(false)} placed={data?.progress.map(({ caseId }) => caseId) ?? []} />}
      {data?.progress.length === 0 && <Empty title={w.caseloadNone}>{w.caseloadNoneText}</Empty>}
      {data && data.progress.length > 0 && <Unseen count={without.length} />}
      <ul className="divide-y divide-solid-gray-300">
        {data?.progress.map((line) => (
          <CaseLine
            key={line.caseId}
            line={line}
            entry={data.series.caseload.find(({ caseId }) => caseId === line.caseId)}
            isUnseen={without.some(({ id }) => id === line.caseId)}
          />
        ))}
      </ul>
    </Section>
  );
}

/** How many of them nobody has agreed to see next: worked down to none (もれなく). */
function Unseen({ count }: { readonly count: number }) {
  const w = useWords(caseloadWords);
  return <p>{count === 0 ? <Badge look="green">{w.allSeen}</Badge> : <Badge look="orange">{w.withoutCount(count)}</Badge>}</p>;
}

interface CaseLineProps {
  readonly line: Caseload['progress'][number];
  readonly entry: Caseload['series']['caseload'][number] | undefined;
  readonly isUnseen: boolean;
}

function CaseLine({ line, entry, isUnseen }: CaseLineProps) {
  const w = useWords(caseloadWords);
  const dates = useDates();
  const [ends, setEnds] = useState(false);
  const verb = useTakeOff();
  const { case: one, isChanged, isRewritten, changes } = line;
  if (!one) return null;
  const next = one.appointments
    .filter(({ status, startsAt }) => status === 'AGREED' && Date.parse(startsAt) > now())
    .map(({ startsAt }) => startsAt)
    .toSorted()[0];
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link href={`/cases/${one.id}`} className="text-key-900 underline hover:bg-key-50">
          {one.number}
        </Link>
        <strong>{one.headline}</strong>
        {isChanged ? <Badge look="blue">{w.changed}</Badge> : <Badge>{w.unchanged}</Badge>}
        {isRewritten && <Badge look="orange">{w.rewritten}</Badge>}
        {isUnseen && <Badge look="red">{w.noAppointment}</Badge>}
        {entry && (
          <Button look="quiet" label={w.takeOffOf(one.number)} why={whyNot(entry.takeOff)} isOpen={ends} onPress={() => setEnds(!ends)}>
            {w.takeOff}
          </Button>
        )}
      </div>
      <p className="text-solid-gray-800">
        {w.keyPerson}
        <Name of={one.keyPerson?.staff} />
        {next && `　${w.nextSeen}${dates.moment(next)}`}
      </p>
      {changes.length > 0 && (
        <details>
          <summary className="text-key-900 underline">
            {w.sinceMet}（{changes.length}）
          </summary>
          <ul className="list-disc pl-6">
            {changes.map(({ seq, at, sentence }) => (
              <li key={seq}>
                <time dateTime={at} className="text-solid-gray-700">
                  {dates.moment(at)}
                </time>{' '}
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      {ends && entry && (
        <Tell
          name={`take off ${entry.id}`}
          label={w.takeOffWhy}
          action={w.takeOffOf(one.number)}
          verb={verb}
          onCancel={() => setEnds(false)}
          onSend={(reason, done) => verb.send({ entryId: entry.id, version: entry.version, reason }, done)}
        />
      )}
    </li>
  );
}

function PlaceCase({ of, placed, close }: { readonly of: Series; readonly placed: readonly string[]; readonly close: () => void }) {
  const w = useWords(caseloadWords);
  const [caseId, setCase] = useState('');
  const verb = usePlace();
  const cases = useMyCases().filter(({ id, status }) => status === 'OPEN' && !placed.includes(id));
  return (
    <Form
      label={w.placeCase}
      action={w.placeCase}
      verb={verb}
      why={caseId === '' && w.choosePerson}
      onSend={() => verb.send({ seriesId: of.id, caseId }, close)}
      onCancel={close}
    >
      <Choose
        label={w.caseToPlace}
        value={caseId}
        placeholder={w.choosePerson}
        onChange={(chosen) => {
          setCase(chosen);
          verb.forget();
        }}
        options={cases.map(({ id, number, headline }) => ({ value: id, label: `${number} ${headline}` }))}
        isRequired
      />
    </Form>
  );
}
