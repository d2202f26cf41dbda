import type { ReactNode } from 'react';
import type { Refusal } from '../ask';
import { useWords } from '../words/language';
import { Button } from './button';
import { words } from './words';

const LOOKS = {
  fault: 'border-error-2 bg-red-50',
  warning: 'border-warning-orange-2 bg-orange-50',
  good: 'border-success-2 bg-green-50',
  plain: 'border-key-900 bg-key-50',
} as const;

export function Notice({ look = 'plain', children }: { readonly look?: keyof typeof LOOKS; readonly children: ReactNode }) {
  return (
    <div role={look === 'fault' ? 'alert' : 'status'} className={`rounded-8 border-l-8 px-4 py-3 ${LOOKS[look]}`}>
      {children}
    </div>
  );
}

/** Why the product said no, in its own sentence. */
export function RefusalNotice({ refusal, retry }: { readonly refusal: Refusal | null; readonly retry?: () => void }) {
  const w = useWords(words);
  if (!refusal) return null;
  return (
    <Notice look="fault">
      <p className="whitespace-pre-line">{refusal.message}</p>
      {retry && refusal.code !== 'NOT_FOUND' && <Button onPress={retry}>{w.again}</Button>}
    </Notice>
  );
}

/** What the place is for, while there is nothing in it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="rounded-8 border border-dashed border-solid-gray-420 bg-white px-5 py-4">
      <p className="text-std-16B-170">{title}</p>
      {children && <div className="text-std-16N-170 text-solid-gray-700">{children}</div>}
    </div>
  );
}

/** Grey lines where words will be. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const w = useWords(words);
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{w.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          aria-hidden="true"
          className={`h-6 animate-pulse rounded-4 bg-solid-gray-100 ${line % 3 === 2 ? 'w-1/2' : 'w-full'}`}
        />
      ))}
    </div>
  );
}
