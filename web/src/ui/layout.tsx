import type { ReactNode } from 'react';

/** A part of a page under its own heading. */
export function Section({
  title,
  beside,
  children,
  isBare,
}: {
  readonly title: ReactNode;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
  readonly isBare?: boolean;
}) {
  return (
    <section className={isBare ? 'flex flex-col gap-3' : 'flex flex-col gap-4 rounded-12 border border-solid-gray-200 bg-white p-5'}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-std-20B-150">{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}

/** A page: its one heading, what stands beside it, and its parts. */
export function Page({
  title,
  beside,
  children,
}: {
  readonly title: ReactNode;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h1 className="text-std-28B-150">{title}</h1>
        {beside}
      </div>
      {children}
    </>
  );
}

export const Row = ({ children }: { readonly children: ReactNode }) => <div className="flex flex-wrap items-start gap-2">{children}</div>;
