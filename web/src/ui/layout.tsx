import type { ReactNode } from 'react';
import { AsOf, Arriving, type Reading } from './reading';

interface Headed {
  readonly title: ReactNode;
  readonly beside?: ReactNode;
  /** What it shows a reading of: it then says from when that is, and what stands in its place until it is there. */
  readonly reading?: Reading;
  /** How many lines it will have, about. */
  readonly lines?: number;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, beside, reading, lines, children, isBare }: Headed & { readonly isBare?: boolean }) {
  return (
    <section className={isBare ? 'flex flex-col gap-3' : 'flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-5'}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-std-20B-150">{title}</h2>
        <Beside beside={beside} reading={reading} />
      </div>
      {children}
      {reading && <Arriving of={reading} lines={lines} />}
    </section>
  );
}

/** A page: its one heading, what stands beside it, and its parts. */
export function Page({ title, beside, reading, lines, children }: Headed) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h1 className="text-std-28B-150">{title}</h1>
        <Beside beside={beside} reading={reading} />
      </div>
      {children}
      {reading && <Arriving of={reading} lines={lines} />}
    </>
  );
}

function Beside({ beside, reading }: Pick<Headed, 'beside' | 'reading'>) {
  if (!reading) return beside;
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <AsOf of={reading} />
      {beside}
    </span>
  );
}

export const Row = ({ children }: { readonly children: ReactNode }) => <div className="flex flex-wrap items-start gap-2">{children}</div>;
