import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { LevelMark, SHADES } from './level-mark';
import type { CellOfTable, Line } from './policy';
import { words } from './words';

interface MatrixProps {
  readonly lines: readonly Line[];
  /** `profession category` of the cells that the municipality set itself. */
  readonly own: ReadonlySet<string>;
  readonly edit: ((cell: CellOfTable) => void) | null;
}

/** Professions against categories, on a screen that is wide enough. */
export function Matrix({ lines, own, edit }: MatrixProps) {
  const w = useWords(words);
  const names = useWords(codes);
  const professions = [...Map.groupBy(lines, ({ profession }) => profession)];
  const categories = [...new Set(lines.map(({ about }) => about))];
  return (
    <table className="hidden w-full table-fixed border-separate border-spacing-0.5 md:table" aria-label={w.table}>
      <thead>
        <tr>
          <th scope="col" className="w-44 text-left align-bottom text-std-16B-170">
            {w.profession}
          </th>
          {categories.map((about) => (
            <th key={about} scope="col" className="px-0.5 pb-1 align-bottom text-std-16N-170 leading-snug tracking-tighter">
              {names.category[about]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {professions.map(([profession, levels]) => (
          <tr key={profession}>
            <th scope="row" className="pr-2 text-left font-normal first-letter:uppercase">
              {names.profession[profession]}
            </th>
            {levels.map((line) => (
              <td key={line.about}>
                <MatrixCell line={line} isOwn={own.has(`${profession} ${line.about}`)} edit={edit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MatrixCell({ line, isOwn, edit }: { readonly line: Line; readonly isOwn: boolean; readonly edit: MatrixProps['edit'] }) {
  const w = useWords(words);
  const names = useWords(codes);
  const short = names.sightShort[line.level];
  const shown = (
    <>
      {short}
      {isOwn && (
        <span title={w.own} aria-label={w.own} role="img">
          {' '}
          ●
        </span>
      )}
    </>
  );
  if (!edit) return <LevelMark level={line.level}>{shown}</LevelMark>;
  return (
    <button
      type="button"
      className={`block w-full rounded-4 border px-2 py-1 text-center hover:underline hover:outline-2 hover:outline-key-900 ${SHADES[line.level]}`}
      aria-label={w.edit(names.profession[line.profession], names.category[line.about], short)}
      onClick={() => edit(line)}
    >
      {shown}
    </button>
  );
}
