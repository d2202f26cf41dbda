import type { Code } from '../../graphql';
import { codes } from '../../words/codes';
import { useList, useWords } from '../../words/language';

interface Seen {
  readonly category: Code<'InformationCategory'>;
  readonly level: Code<'NeedToKnowLevel'>;
}
const LEVELS = ['WRITE', 'READ', 'HEADLINE'] as const;

/** What a seat gives somebody to see, most first. */
export function SightList({ sights }: { readonly sights: readonly Seen[] }) {
  const names = useWords(codes);
  const list = useList();
  return (
    <dl className="flex flex-col gap-1">
      {LEVELS.map((level) => {
        const seen = sights.filter((one) => one.level === level);
        if (seen.length === 0) return null;
        return (
          <div key={level} className="flex gap-3">
            <dt className="w-24 shrink-0 text-solid-gray-700">{names.sight[level]}</dt>
            <dd>{list(seen.map(({ category }) => names.category[category]))}</dd>
          </div>
        );
      })}
    </dl>
  );
}
