import { Due, Owner } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { AddItem } from './add-item';
import { ItemHead } from './item-head';
import { Proposal } from './proposal';
import type { Item, Session } from './room';
import { underDiscussion } from './under-discussion';
import { Settle } from './settle';
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
  const isNow = underDiscussion(of)?.id === item.id;
  return (
    <li
      className={`flex flex-col gap-3 py-4 ${isNow ? 'border-l-8 border-key-900 bg-key-50 pl-4' : 'first:pt-0'}`}
      data-item={item.id}
      aria-current={isNow ? 'step' : undefined}
    >
      <ItemHead of={of} item={item} number={number} />
      {item.outcomeNote && <p className="whitespace-pre-line text-solid-gray-800">{item.outcomeNote.body}</p>}
      {item.decisions.length > 0 && <Decisions decisions={item.decisions} />}
      {item.takenOnAt === null && item.outcome === null ? (
        <Proposal of={of} item={item} />
      ) : (
        of.status === 'OPEN' && <Settle of={of} item={item} />
      )}
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
