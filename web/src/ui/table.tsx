import type { ReactNode, Ref } from 'react';

/** A table on a desk; on a narrow screen each row is a card that names its own columns. */
export function Table({
  label,
  heads,
  children,
  place,
  rowCount,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
  readonly place?: Ref<HTMLTableElement>;
  /** How many rows it has, the head included, where not all of them are drawn. */
  readonly rowCount?: number;
}) {
  return (
    <table ref={place} className="w-full border-collapse max-md:not-print:block" aria-label={label} aria-rowcount={rowCount}>
      <thead className="max-md:not-print:sr-only">
        <tr>
          {heads.map((head) => (
            <th
              key={head}
              role="columnheader"
              scope="col"
              className="border-b-2 border-solid-gray-420 px-3 py-2 text-left text-std-16B-170"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

export const Rows = ({ children }: { readonly children: ReactNode }) => (
  <tbody className="max-md:not-print:block [&>tr]:border-b [&>tr]:border-solid-gray-300">{children}</tbody>
);

export const TableRow = ({ children, isAlarming }: { readonly children: ReactNode; readonly isAlarming?: boolean }) => (
  <tr className={`max-md:not-print:block max-md:not-print:py-3 ${isAlarming ? 'bg-red-50' : ''}`}>{children}</tr>
);

/** A cell; `head` is the name of its column, which stands before it where the columns are not. */
export const Cell = ({
  head,
  children,
  className = '',
}: {
  readonly head: string;
  readonly children: ReactNode;
  readonly className?: string;
}) => (
  <td className={`px-3 py-2.5 align-top max-md:not-print:flex max-md:not-print:gap-3 max-md:not-print:py-1 ${className}`}>
    <span aria-hidden="true" className="w-24 shrink-0 text-solid-gray-700 md:hidden print:hidden">
      {head}
    </span>
    <div className="min-w-0 max-md:not-print:flex-1">{children}</div>
  </td>
);

/** What is left out above or below, as high as it would be. */
export const Spacer = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={100} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
