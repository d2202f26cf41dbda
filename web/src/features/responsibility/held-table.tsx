import { Link } from 'wouter';
import { words as general } from '../../ui/words';
import { Badge, Day } from '../../ui/facts';
import { Cell, Rows, Table, TableRow } from '../../ui/table';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import type { HeldTask } from './responsibility';
import { words } from './words';

/** Who was to do what by when, as the trail had it. */
export function HeldTable({ tasks }: { readonly tasks: readonly HeldTask[] }) {
  const w = useWords(words);
  return (
    <Table label={w.table} heads={[w.who, w.what, w.when, w.state, w.ofCase]}>
      <Rows>
        {tasks.map((task) => (
          <HeldRow key={task.id} task={task} />
        ))}
      </Rows>
    </Table>
  );
}

function HeldRow({ task }: { readonly task: HeldTask }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const status = task.status as keyof typeof names.task | null;
  const nobody = task.ownerKind === 'CLIENT' ? g.client : g.pool;
  return (
    <TableRow isAlarming={task.isOverdue}>
      <Cell head={w.who}>
        <strong>{task.staff?.name ?? nobody}</strong>
        <span className="block text-solid-gray-700">{task.agency?.name}</span>
      </Cell>
      <Cell head={w.what}>{task.what}</Cell>
      <Cell head={w.when}>
        {task.dueOn && <Day on={task.dueOn} />} {task.isOverdue && <Badge look="red">{w.overdue}</Badge>}
      </Cell>
      <Cell head={w.state}>{status && <Badge look={task.isUnaccepted ? 'orange' : 'blue'}>{names.task[status]}</Badge>}</Cell>
      <Cell head={w.ofCase}>
        <Link href={`/cases/${task.caseId}`} className="text-key-900 underline hover:bg-key-50">
          {task.caseNumber}
        </Link>
      </Cell>
    </TableRow>
  );
}
