import { useState } from 'react';
import { Badge, Due, Name, Owner } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { PostponementAsked } from '../tasks/postponement';
import type { TaskLine } from '../tasks/task';
import { MoreActions, TaskActions } from '../tasks/task-actions';
import { TaskFormOf, type TaskForm } from '../tasks/task-forms';
import { OnCaseLink } from './on-case';
import type { Today } from './today';
import { words } from './words';

type TodayTask = Today['tasksDue'][number];

/** Tasks as they wait for a person: what first, then for whom, by when and from whom. */
export function TaskCards({
  title,
  tasks,
  empty,
}: {
  readonly title: string;
  readonly tasks: readonly TodayTask[];
  readonly empty?: { readonly title: string; readonly text: string };
}) {
  if (tasks.length === 0 && !empty) return null;
  return (
    <Section title={title} beside={tasks.length > 0 && <Badge>{tasks.length}</Badge>}>
      {tasks.length === 0 && empty && <Empty title={empty.title}>{empty.text}</Empty>}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  );
}

function TaskCard({ task }: { readonly task: TodayTask }) {
  const names = useWords(codes);
  const [form, setForm] = useState<TaskForm | 'more' | null>(null);
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0" data-task={task.id}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="text-std-17B-170">{task.what}</span>
        <Due on={task.dueOn} />
      </div>
      <div className="flex flex-wrap items-baseline gap-x-4 text-solid-gray-800">
        <OnCaseLink of={task.case} />
        <span>{names.category[task.category]}</span>
        <Origin task={task} />
      </div>
      <TaskActions task={task} form={form} choose={setForm} />
      {task.openPostponement && <PostponementAsked caseId={task.caseId} asked={task.openPostponement} />}
      {form === 'more' && <MoreActions task={task} choose={setForm} />}
      {form !== null && form !== 'more' && <TaskFormOf form={form} task={task} close={() => setForm(null)} />}
    </li>
  );
}

/** Who offers it, and whose pool it lies in when it is not one's own. */
function Origin({ task }: { readonly task: TaskLine }) {
  const w = useWords(words);
  if (task.status !== 'OFFERED') return task.ownerKind === 'STAFF' ? null : <Owner of={task} />;
  return (
    <span>
      {w.from}
      <Name of={task.offeredBy} />
      {task.ownerKind === 'AGENCY' && ` → ${task.agency?.name ?? '—'}`}
    </span>
  );
}
