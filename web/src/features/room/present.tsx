import { useAsk } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';
import { Name } from '../../ui/facts';
import { useWords } from '../../words/language';
import { words } from './words';

const PRESENT = graphql(`
  query Present($id: Uuid!) {
    conferenceSession(id: $id) {
      present {
        id
        name
        kana
      }
    }
  }
`);

/** Who has this room open just now: not who came, which the attendance says. */
export function Present({ sessionId }: { readonly sessionId: string }) {
  const w = useWords(words);
  const { data } = useAsk(keys.present(sessionId), PRESENT, { id: sessionId });
  const present = data?.conferenceSession.present ?? [];
  return (
    <div className="flex min-h-8 flex-wrap items-baseline gap-x-4 gap-y-1 print:hidden" aria-live="polite">
      <span className="text-solid-gray-700">{w.present(present.length)}</span>
      <ul aria-label={w.presentList} className="contents">
        {present.map((person) => (
          <li key={person.id} className="flex items-baseline gap-1.5">
            <span aria-hidden="true" className="size-2.5 self-center rounded-full bg-success-2" />
            <Name of={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}
