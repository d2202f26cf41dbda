import { Link } from 'wouter';
import { useWords } from '../../words/language';
import { LINK, Listed } from './others-wait';
import type { Today } from './today';
import { words } from './words';

/** What others put forward for a meeting that I lead, and wait to hear whether it is taken on. */
export function Proposals({ proposals }: { readonly proposals: Today['proposalsToAnswer'] }) {
  const w = useWords(words);
  return (
    <Listed title={w.proposals} count={proposals.length}>
      {proposals.map(({ id, what, agency, session }) => (
        <li key={id} className="flex flex-col items-start gap-1">
          <p className="text-std-17B-170">{what}</p>
          <p className="text-solid-gray-700">
            {session?.series?.name}　{agency?.name}
          </p>
          <Link href={`/sessions/${session?.id ?? ''}`} className={LINK}>
            {w.seeProposal}
          </Link>
        </li>
      ))}
    </Listed>
  );
}
