import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { useWords } from '../../words/language';
import type { HeldTask } from './responsibility';
import { words } from './words';

const COLUMNS = ['open', 'overdue', 'unaccepted'] as const;
type Column = (typeof COLUMNS)[number];
const COUNTS: Readonly<Record<Column, (task: HeldTask) => boolean>> = {
  open: () => true,
  overdue: ({ isOverdue }) => isOverdue,
  unaccepted: ({ isUnaccepted }) => isUnaccepted,
};
/** Each with text that reads on it. */
const SHADES: Readonly<Record<Column, readonly string[]>> = {
  open: ['bg-white', 'bg-key-50', 'bg-key-100', 'bg-key-200', 'bg-key-300'],
  overdue: ['bg-white', 'bg-red-50', 'bg-red-100', 'bg-red-200', 'bg-red-300'],
  unaccepted: ['bg-white', 'bg-orange-50', 'bg-orange-100', 'bg-orange-200', 'bg-orange-300'],
};

const shadeOf = (column: Column, count: number, most: number) =>
  SHADES[column][count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4))]!;

/** Agencies against what is open, overdue and unaccepted: the number is always there, the colour only helps to find it. */
export function HeatMap({ tasks }: { readonly tasks: readonly HeldTask[] }) {
  const w = useWords(words);
  const byAgency = [...Map.groupBy(tasks, ({ agency }) => agency?.name ?? '—')].toSorted(([, one], [, other]) => other.length - one.length);
  const most = Math.max(1, ...byAgency.map(([, own]) => own.length));
  return (
    <Section title={w.heat}>
      {byAgency.length === 0 ? (
        <Empty title={w.tasksNone} />
      ) : (
        <table className="w-full border-separate border-spacing-1">
          <caption className="pb-2 text-left text-solid-gray-700">{w.heatCaption}</caption>
          <thead>
            <tr>
              <td />
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="pb-1 text-center text-std-16B-170">
                  {w[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byAgency.map(([agency, own]) => (
              <tr key={agency}>
                <th scope="row" className="pr-3 text-left font-normal">
                  {agency}
                </th>
                {COLUMNS.map((column) => {
                  const count = own.filter(COUNTS[column]).length;
                  return (
                    <td
                      key={column}
                      className={`h-11 w-24 rounded-4 border border-solid-gray-200 text-center tabular-nums ${shadeOf(column, count, most)}`}
                    >
                      {count}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
