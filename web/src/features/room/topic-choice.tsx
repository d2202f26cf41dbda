import { useState, type ReactNode } from 'react';
import { Choose } from '../../ui/field';
import { useWords } from '../../words/language';
import { topicsOf, type Session, type Topic } from './room';
import { underDiscussion } from './under-discussion';
import { words } from './words';

/** A form about what is being talked about; in a meeting over a caseload one says first which case that is. */
export function OnTopic({ of, children }: { readonly of: Session; readonly children: (topic: Topic) => ReactNode }) {
  const w = useWords(words);
  const topics = topicsOf(of);
  const [chosen, setChosen] = useState('');
  const topic =
    topics.find(({ itemId }) => itemId === chosen) ?? topics.find(({ itemId }) => itemId === underDiscussion(of)?.id) ?? topics[0];
  if (!topic) return <p className="text-solid-gray-700">{w.noTopic}</p>;
  return (
    <>
      {topics.length > 1 && (
        <div className="max-w-xl">
          <Choose
            label={w.topic}
            value={topic.itemId ?? ''}
            onChange={setChosen}
            options={topics.map(({ itemId, name }) => ({ value: itemId ?? '', label: name }))}
          />
        </div>
      )}
      {children(topic)}
    </>
  );
}

/** Of which case something is, where a meeting talks of several. */
export function OfCase({ of, caseId }: { readonly of: Session; readonly caseId: string | null }) {
  if (of.caseId || !caseId) return null;
  const number = of.agenda.find((item) => item.caseId === caseId)?.case?.number;
  return number ? <span className="text-solid-gray-700">{number}</span> : null;
}
