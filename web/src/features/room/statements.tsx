import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Choose, TextArea } from '../../ui/field';
import { Badge, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useList, useWords } from '../../words/language';
import { words as cases } from '../cases/words';
import { useReaders, useSight } from '../cases/sight';
import type { Session, Topic } from './room';
import { useMakeStatement } from './verbs';
import { OfCase, OnTopic } from './topic-choice';
import { words } from './words';

/** What each agency knows, told in one category at a time; newest last, as it was said. */
export function Statements({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  return (
    <Section title={w.statements}>
      {of.statements.length === 0 && <Empty title={w.statementsNone}>{w.statementsText}</Empty>}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {of.statements.map((statement) => (
          <li key={statement.id} className="py-3 first:pt-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong>
                <Name of={statement.staff} />
              </strong>
              <span className="text-solid-gray-700">
                {statement.agency?.name}　{dates.time(statement.statedAt)}
              </span>
              <Badge>{names.category[statement.category]}</Badge>
              <OfCase of={of} caseId={statement.caseId} />
            </p>
            <p className="max-w-prose whitespace-pre-line">{statement.body}</p>
          </li>
        ))}
      </ul>
      {of.status === 'OPEN' && <OnTopic of={of}>{(topic) => <Say key={topic.itemId} of={of} topic={topic} />}</OnTopic>}
    </Section>
  );
}

function Say({ of, topic: { caseId, itemId } }: { readonly of: Session; readonly topic: Topic }) {
  const w = useWords(words);
  const c = useWords(cases);
  const list = useList();
  const names = useWords(codes);
  const [body, setBody] = useDraft(`statement ${caseId} ${of.id}`);
  const writable = useSight(caseId).filter(({ level }) => level === 'WRITE');
  const [chosen, setCategory] = useState<Code<'InformationCategory'> | ''>('');
  const category = chosen || writable[0]?.category;
  const verb = useMakeStatement(caseId);
  const readers = useReaders(category);
  const send = () => {
    if (body.trim() !== '' && category) verb.send({ sessionId: of.id, itemId, body, category }, () => setBody(''));
  };
  return (
    <form
      aria-label={w.say}
      className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="max-w-60">
        <Choose
          label={w.category}
          value={category ?? ''}
          onChange={(value) => setCategory(value as Code<'InformationCategory'>)}
          options={writable.map((one) => ({ value: one.category, label: names.category[one.category] }))}
        />
      </div>
      <TextArea
        label={w.say}
        value={body}
        onChange={setBody}
        onSubmit={send}
        hint={c.readBy(list(readers.map((profession) => names.profession[profession])))}
        fault={verb.refusal?.isAbout('body') && verb.refusal.message}
      />
      <RefusalNotice refusal={verb.refusal} />
      <Button type="submit" look="primary" isBusy={verb.isSending} why={writable.length === 0 && w.cannotSay}>
        {w.send}
      </Button>
    </form>
  );
}
