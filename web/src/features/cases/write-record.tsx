import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Choose, TextArea, TextField } from '../../ui/field';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { today } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { useReaders, type Sight } from './sight';
import type { CaseRecord } from './record';
import { useCorrectRecord, useWriteRecord } from './verbs';
import { words } from './words';

const optionsOf = <T extends string>(names: Readonly<Record<T, string>>) =>
  (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }));

/** With what the form begins: with the record that is corrected, where one is. */
function begunWith(sight: readonly Sight[], corrects: CaseRecord | undefined) {
  const first = sight[0]!.category;
  if (!corrects)
    return { category: first, kind: 'CONTACT' as Code<'RecordKind'>, channel: 'IN_PERSON' as Code<'Channel'> | '', happenedOn: today() };
  const { kind, channel, happenedOn } = corrects;
  const isWritable = sight.some(({ category }) => category === corrects.category);
  return { category: isWritable ? (corrects.category as Sight['category']) : first, kind, channel: channel ?? ('' as const), happenedOn };
}

interface WriteRecordProps {
  readonly caseId: string;
  readonly sight: readonly Sight[];
  readonly close: () => void;
  /** The record that it takes the place of; both stay. */
  readonly corrects?: CaseRecord;
}

/** Writes a record in exactly one category, saying first who will read it; or one that corrects another. */
export function WriteRecord({ caseId, sight, close, corrects }: WriteRecordProps) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const list = useList();
  const [body, setBody] = useDraft(`record ${caseId} ${corrects?.id ?? ''}`, corrects?.body);
  const begun = begunWith(sight, corrects);
  const [category, setCategory] = useState(begun.category);
  const [kind, setKind] = useState(begun.kind);
  const [channel, setChannel] = useState(begun.channel);
  const [happenedOn, setHappenedOn] = useState(begun.happenedOn);
  const [isMissing, setMissing] = useState(false);
  const write = useWriteRecord(caseId);
  const correct = useCorrectRecord(caseId);
  const verb = corrects ? correct : write;
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const readers = useReaders(category);
  const send = () => {
    setMissing(body.trim() === '');
    if (body.trim() === '') return;
    const said = { body, category, kind, channel: channel === '' ? null : channel, happenedOn };
    const done = () => {
      setBody(corrects?.body ?? '');
      close();
    };
    if (corrects) correct.send({ ...said, place: corrects.place, recordId: corrects.id }, done);
    else write.send({ ...said, caseId }, done);
  };
  return (
    <form
      aria-label={corrects ? w.correct : w.write}
      className="flex flex-col gap-4 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {corrects && <p>{w.correctText}</p>}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Choose
          label={w.category}
          value={category}
          onChange={(value) => setCategory(value as Sight['category'])}
          options={sight.map((one) => ({ value: one.category, label: names.category[one.category] }))}
        />
        <Choose label={w.kind} value={kind} onChange={(value) => setKind(value as Code<'RecordKind'>)} options={optionsOf(names.record)} />
        <Choose
          label={w.channel}
          value={channel}
          onChange={(value) => setChannel(value as Code<'Channel'> | '')}
          options={optionsOf(names.channel)}
          placeholder={w.noChannel}
        />
        <TextField label={w.happenedOn} type="date" value={happenedOn} onChange={setHappenedOn} max={today()} fault={fault('happenedOn')} />
      </div>
      <TextArea
        label={w.body}
        value={body}
        onChange={setBody}
        rows={5}
        onSubmit={send}
        hint={w.readBy(list(readers.map((profession) => names.profession[profession])))}
        fault={(isMissing && g.required) || fault('body')}
        isRequired
      />
      <RefusalNotice refusal={verb.refusal} />
      <Row>
        <Button type="submit" look="primary" isBusy={verb.isSending}>
          {w.save}
        </Button>
        <Button look="quiet" onPress={close}>
          {g.cancel}
        </Button>
      </Row>
    </form>
  );
}
