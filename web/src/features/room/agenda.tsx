import { useState } from 'react';
import { Button } from '../../ui/button';
import { Badge, Due, Owner } from '../../ui/facts';
import { Row, Section } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { AddItem } from './add-item';
import { Decide } from './decide';
import { useSettleItem, type Item, type Session } from './room';
import { words } from './words';

/** Each question with what was decided on it, by whom it is done and until when. */
export function Agenda({ of }: { readonly of: Session }) {
  const w = useWords(words);
  const isOver = of.status === 'CLOSED' || of.status === 'CANCELLED';
  return (
    <Section title={w.agenda}>
      <ol className="flex flex-col divide-y divide-solid-gray-300">
        {of.agenda.map((item, at) => (
          <AgendaItem key={item.id} of={of} item={item} number={at + 1} />
        ))}
      </ol>
      {!isOver && <AddItem of={of} />}
    </Section>
  );
}

function AgendaItem({ of, item, number }: { readonly of: Session; readonly item: Item; readonly number: number }) {
  const names = useWords(codes);
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0" data-item={item.id}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-std-18B-160">
          {number}. {item.what}
        </h3>
        <span className="text-solid-gray-700">{names.category[item.category]}</span>
        {item.because && <Badge look="orange">{names.because[item.because]}</Badge>}
        {item.outcome && <Badge look="green">{names.outcome[item.outcome]}</Badge>}
      </div>
      {item.outcomeNote && <p className="whitespace-pre-line text-solid-gray-800">{item.outcomeNote.body}</p>}
      {item.decisions.length > 0 && <Decisions decisions={item.decisions} />}
      {of.status === 'OPEN' && <Settle of={of} item={item} />}
    </li>
  );
}

function Decisions({ decisions }: { readonly decisions: Item['decisions'] }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <ul className="flex flex-col gap-2">
      {decisions.map((decision) => (
        <li key={decision.id} className="grid items-baseline gap-x-4 rounded-8 bg-green-50 px-4 py-2 md:grid-cols-[5rem_2fr_3fr_2fr]">
          <strong className="text-green-900">{w.decided}</strong>
          <Owner of={decision} />
          <span>{decision.what}</span>
          <span className="flex flex-col">
            <Due on={decision.dueOn} isOpen={false} />
            {decision.task && <span className="text-solid-gray-700">{names.task[decision.task.status]}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Settle({ of, item }: { readonly of: Session; readonly item: Item }) {
  const w = useWords(words);
  const settle = useSettleItem(of.caseId);
  const [form, setForm] = useState<'decide' | 'carry' | null>(null);
  const it = { itemId: item.id, version: item.version };
  const isOvertaken = settle.refusal?.code === 'CONFLICT' || (form === 'carry' && item.outcome !== null);
  return (
    <>
      <Row>
        <Button
          look={item.decisions.length === 0 ? 'primary' : 'secondary'}
          label={w.decideOn(item.what)}
          isOpen={form === 'decide'}
          onPress={() => setForm(form === 'decide' ? null : 'decide')}
        >
          {w.decide}
        </Button>
        {item.outcome === null && (
          <>
            <Button why={whyNot(item.settle)} isBusy={settle.isSending} onPress={() => settle.send({ ...it, outcome: 'NOTED' })}>
              {w.noted}
            </Button>
            <Button why={whyNot(item.settle)} isOpen={form === 'carry'} onPress={() => setForm(form === 'carry' ? null : 'carry')}>
              {w.carry}
            </Button>
          </>
        )}
      </Row>
      {form === 'decide' && <Decide of={of} item={item} />}
      {isOvertaken && <Theirs text={item.outcomeNote?.body ?? null} outcome={item.outcome} />}
      {form === 'carry' && (
        <Tell
          name={`carry ${item.id}`}
          label={w.carryWhy}
          action={w.carry}
          verb={settle}
          onCancel={() => setForm(null)}
          onSent={() => setForm(null)}
          onSend={(note, done) => settle.send({ ...it, outcome: 'CARRIED_OVER', note }, done)}
        />
      )}
      {form !== 'carry' && <RefusalNotice refusal={settle.refusal} />}
    </>
  );
}

/** Two wrote at once: what is kept now stands beside what one has written, and neither is lost. */
function Theirs({ text, outcome }: { readonly text: string | null; readonly outcome: Item['outcome'] }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <Notice look="warning">
      <p className="font-bold">{w.theirs}</p>
      <p className="whitespace-pre-line">
        {outcome && names.outcome[outcome]} {text}
      </p>
      <p>{w.yours}</p>
    </Notice>
  );
}
