import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import type { Sight } from './sight';
import { words } from './words';

/** A category that one may not read, and why: whether or not there is anything in it. */
export function Locked({ of: { category, level, because } }: { readonly of: Sight }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <div className="rounded-8 bg-solid-gray-50 p-4">
      <h3 className="flex items-center gap-2 text-std-17B-170">
        <LockMark />
        {names.category[category]}
        <span className="font-normal text-solid-gray-700">{w.locked}</span>
      </h3>
      <p className="text-solid-gray-800">{because}</p>
      {level === 'HEADLINE' && <p className="text-solid-gray-800">{w.headlineOnly}</p>}
    </div>
  );
}

const LockMark = () => (
  <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 shrink-0 fill-solid-gray-700">
    <path d="M17 9V7A5 5 0 0 0 7 7v2a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-9a2 2 0 0 0-2-2Zm-8 0V7a3 3 0 0 1 6 0v2H9Z" />
  </svg>
);
