import type { Refusal } from '../ask';
import { asServed } from '../clock';
import { useDates } from '../words/dates';
import { useWords } from '../words/language';
import { RefusalNotice, Skeleton } from './notice';
import { words } from './words';

/** A question to the product, as far as a screen has to say how it stands. */
export interface Reading {
  readonly dataUpdatedAt: number;
  readonly isFetching: boolean;
  readonly isLoading: boolean;
  readonly error: Refusal | null;
  readonly refetch: () => Promise<unknown>;
}

/** From when what is shown is. */
export function AsOf({ of: { dataUpdatedAt, isFetching } }: { readonly of: Reading }) {
  const w = useWords(words);
  const dates = useDates();
  if (dataUpdatedAt === 0) return null;
  return (
    <span data-as-of className="whitespace-nowrap text-std-16N-170 text-solid-gray-700 tabular-nums print:hidden">
      {isFetching ? w.rereading : w.asOf(dates.clock(asServed(dataUpdatedAt)))}
    </span>
  );
}

/** What stands where an answer will stand: its outline, or why there is none. */
export function Arriving({ of: { isLoading, error, refetch }, lines }: { readonly of: Reading; readonly lines?: number }) {
  return (
    <>
      <RefusalNotice refusal={error} retry={() => void refetch()} />
      {isLoading && <Skeleton lines={lines} />}
    </>
  );
}
