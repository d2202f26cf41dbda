import { useRef, useState } from 'react';
import { Refusal } from '../../ask';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/field';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import type { Sight } from '../cases/sight';
import { bring } from './bring';
import { ChooseFile } from './choose-file';
import { useAttachFile, usePlaces } from './files';
import { words } from './words';

interface Place {
  readonly value: string;
  readonly label: string;
  readonly recordId?: string;
  readonly consentId?: string;
  readonly sessionId?: string;
  readonly category?: Sight['category'];
}

/** What a file of this case may belong to, among what the person may write in. */
function useBelongings(caseId: string, writable: readonly Sight[]): readonly Place[] {
  const w = useWords(words);
  const dates = useDates();
  const { data } = usePlaces(caseId);
  const mayWrite = new Set<string>(writable.map(({ category }) => category));
  const consents = new Map((data?.disclosures ?? []).flatMap(({ consent }) => (consent ? [[consent.id, consent] as const] : [])));
  return [
    { value: '', label: w.ofCase },
    ...[...consents.values()].map(({ id, givenOn }) => ({ value: id, label: w.ofConsent(dates.day(givenOn)), consentId: id })),
    ...(data?.case.sessions ?? []).map(({ id, number, startsAt }) => ({
      value: id,
      label: w.ofSession(number, dates.day(startsAt.slice(0, 10))),
      sessionId: id,
    })),
    ...(data?.case.records ?? [])
      .filter(({ category }) => mayWrite.has(category))
      .map(({ id, category, happenedOn, body }) => ({
        value: id,
        label: w.ofRecord(dates.day(happenedOn), body.slice(0, 24)),
        recordId: id,
        category: category as Sight['category'],
      })),
  ];
}

/** Brings a file and attaches it: the bytes first, with how far they are, then the command. What was chosen stays when either fails. */
export function AttachFile({
  caseId,
  sight,
  most,
  isShielded,
  close,
  onDone,
}: {
  readonly caseId: string;
  readonly sight: readonly Sight[];
  readonly most: number;
  readonly isShielded: boolean;
  readonly close: () => void;
  readonly onDone: (name: string | null) => void;
}) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const places = useBelongings(caseId, sight);
  const [file, setFile] = useState<File | null>(null);
  const [category, setCategory] = useState(sight.find((one) => one.category === 'IDENTITY')?.category ?? sight[0]!.category);
  const [of, setOf] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const stop = useRef<AbortController | null>(null);
  const verb = useAttachFile(caseId);
  const place = places.find(({ value }) => value === of) ?? places[0]!;
  const isTooLarge = file !== null && file.size > most * 1_048_576;
  const choose = (chosen: File) => {
    setFile(chosen);
    setRefusal(null);
    setMissing(false);
    verb.forget();
  };
  const send = async () => {
    setMissing(!file);
    if (!file || isTooLarge || percent !== null) return;
    setRefusal(null);
    setPercent(0);
    stop.current = new AbortController();
    try {
      const upload = await bring(file, setPercent, stop.current.signal);
      const { recordId = null, consentId = null, sessionId = null } = place;
      const input = { caseId, category: place.category ?? category, name: file.name, upload, recordId, consentId, sessionId };
      verb.send(input, ({ attachFile }) => {
        onDone(attachFile?.name ?? null);
        close();
      });
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      setRefusal(fault.code === 'STOPPED' ? null : fault);
    } finally {
      setPercent(null);
    }
  };
  return (
    <form
      aria-label={w.add}
      className="flex flex-col gap-4 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isShielded && <Notice look="warning">{w.shielded}</Notice>}
      <ChooseFile file={file} onChoose={choose} hint={w.kinds(most)} fault={(isMissing && w.missing) || (isTooLarge && w.tooLarge(most))} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose label={w.of} value={of} onChange={setOf} options={places.map(({ value, label }) => ({ value, label }))} />
        {place.category ? (
          <p className="self-end">
            {w.category}：<strong>{names.category[place.category]}</strong> {w.recordCategory}
          </p>
        ) : (
          <Choose
            label={w.category}
            value={category}
            onChange={(value) => setCategory(value as Sight['category'])}
            options={sight.map((one) => ({ value: one.category, label: names.category[one.category] }))}
          />
        )}
      </div>
      {percent !== null && (
        <div className="flex flex-col gap-1">
          <progress aria-label={w.progress} max={100} value={percent} className="h-4 w-full accent-key-900" />
          <span role="status">{w.sent(percent)}</span>
        </div>
      )}
      <RefusalNotice refusal={refusal ?? verb.refusal} />
      <Row>
        <Button type="submit" look="primary" isBusy={percent !== null || verb.isSending}>
          {w.send}
        </Button>
        {percent === null ? (
          <Button look="quiet" onPress={close}>
            {g.cancel}
          </Button>
        ) : (
          <Button look="quiet" onPress={() => stop.current?.abort()}>
            {w.stop}
          </Button>
        )}
      </Row>
    </form>
  );
}
