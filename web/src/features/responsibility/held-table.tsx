import { Link } from 'wouter';
import { words as general } from '../../ui/words';
import { Badge, Day } from '../../ui/facts';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import type { HeldTask } from './responsibility';
import { words } from './words';

/** Who was to do what by when, as the trail had it. */
export function HeldTable({ tasks }: { readonly tasks: readonly HeldTask[] }) {
  const w = useWords(words);
  return (
    <table className="w-full border-collapse" aria-label={w.table}>
      <thead>
        <tr>
          {[w.who, w.what, w.when, w.state, w.ofCase].map((title) => (
            <th key={title} scope="col" className="border-b-2 border-solid-gray-420 px-3 py-2 text-left text-std-16B-170">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <HeldRow key={task.id} task={task} />
        ))}
      </tbody>
    </table>
  );
}

function HeldRow({ task }: { readonly task: HeldTask }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const cell = 'border-b border-solid-gray-300 px-3 py-2 align-top';
  const status = task.status as keyof typeof names.task | null;
  const nobody = task.ownerKind === 'CLIENT' ? g.client : g.pool;
  return (
    <tr className={task.isOverdue ? 'bg-red-50' : ''}>
      <td className={cell}>
        <strong>{task.staff?.name ?? nobody}</strong>
        <span className="block text-solid-gray-700">{task.agency?.name}</span>
      </td>
      <td className={cell}>{task.what}</td>
      <td className={cell}>
        {task.dueOn && <Day on={task.dueOn} />} {task.isOverdue && <Badge look="red">{w.overdue}</Badge>}
      </td>
      <td className={cell}>{status && <Badge look={task.isUnaccepted ? 'orange' : 'blue'}>{names.task[status]}</Badge>}</td>
      <td className={cell}>
        <Link href={`/cases/${task.caseId}`} className="text-key-900 underline hover:bg-key-50">
          {task.caseNumber}
        </Link>
      </td>
    </tr>
  );
}
