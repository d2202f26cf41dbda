import { codes } from '../../words/codes';
import { useList, useWords } from '../../words/language';
import type { Sight } from './sight';
import { words } from './words';

const LEVELS = ['WRITE', 'READ', 'HEADLINE'] as const;

/** What a seat gives somebody to see, most first; explained, also why each category is seen or not. */
export function SightList({ sights, isExplained }: { readonly sights: readonly Sight[]; readonly isExplained?: boolean }) {
  const w = useWords(words);
  const names = useWords(codes);
  const list = useList();
  return (
    <>
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
      {isExplained && sights.length > 0 && (
        <details className="text-solid-gray-800">
          <summary className="cursor-pointer text-key-900 underline">{w.whySeen}</summary>
          <dl className="mt-2 flex flex-col gap-1">
            {sights.map(({ category, because }) => (
              <div key={category} className="grid gap-x-3 sm:grid-cols-[8rem_1fr]">
                <dt>{names.category[category]}</dt>
                <dd>{because}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
