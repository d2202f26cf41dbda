import { Day, Name } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { Cell, Rows, Table, TableRow } from '../../ui/table';
import { codes } from '../../words/codes';
import { dayOf, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { LevelMark } from './level-mark';
import type { Change } from './policy';
import { words } from './words';

/** Who changed what, when and why. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  if (changes.length === 0)
    return (
      <Section title={w.changes}>
        <Empty title={w.changesNone}>{w.changesText}</Empty>
      </Section>
    );
  return (
    <Section title={w.changes}>
      <Table label={w.changes} heads={[w.when, w.what, w.to, w.by, w.why]}>
        <Rows>
          {changes.map(({ id, profession, about, level, reason, since, until, changedBy }) => (
            <TableRow key={id}>
              <Cell head={w.when}>
                <Day on={dayOf(since)} /> {dates.time(since)}
                <span className="block text-solid-gray-700">{until ? w.ended(dates.day(dayOf(until))) : w.now}</span>
              </Cell>
              <Cell head={w.what}>{w.editTitle(names.profession[profession], names.category[about])}</Cell>
              <Cell head={w.to}>
                <LevelMark level={level}>{names.sight[level]}</LevelMark>
              </Cell>
              <Cell head={w.by}>
                <Name of={changedBy} />
              </Cell>
              <Cell head={w.why}>{reason}</Cell>
            </TableRow>
          ))}
        </Rows>
      </Table>
    </Section>
  );
}
