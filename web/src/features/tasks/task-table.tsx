import { useState } from 'react';
import { Badge, Due, Owner } from '../../ui/facts';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { PostponementAsked } from './postponement';
import { isOpen, type TaskLine } from './task';
import { MoreActions, TaskActions } from './task-actions';
import { TaskFormOf, type TaskForm } from './task-forms';
import { words } from './words';

const LOOKS = { OFFERED: 'orange', ACCEPTED: 'blue', IN_PROGRESS: 'blue', DONE: 'green', DECLINED: 'red', WITHDRAWN: 'plain' } as const;

/** The responsibility table: 誰が・何を・いつまでに, with what can be done in its place. */
export function TaskTable({ tasks }: { readonly tasks: readonly TaskLine[] }) {
  const w = useWords(words);
  const head = 'border-b-2 border-solid-gray-420 px-3 py-2 text-left text-std-16B-170';
  return (
    <table className="w-full border-collapse" aria-label={w.table}>
      <thead>
        <tr>
          {[w.who, w.what, w.when, w.state, w.act].map((title) => (
            <th key={title} scope="col" className={head}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </table>
  );
}

function TaskRow({ task }: { readonly task: TaskLine }) {
  const names = useWords(codes);
  const [form, setForm] = useState<TaskForm | 'more' | null>(null);
  const cell = 'px-3 py-3 align-top';
  const unfinished = isOpen(task);
  return (
    <tbody className={`border-b border-solid-gray-300 ${task.isOverdue ? 'bg-red-50' : ''}`} data-task={task.id}>
      <tr>
        <td className={cell}>
          <Owner of={task} />
        </td>
        <td className={`${cell} min-w-56`}>
          <span className="block">{task.what}</span>
          <span className="text-solid-gray-700">{names.category[task.category]}</span>
          <Outcome task={task} />
        </td>
        <td className={cell}>
          <Due on={task.dueOn} isOpen={unfinished} />
        </td>
        <td className={cell}>
          <Badge look={LOOKS[task.status]}>{names.task[task.status]}</Badge>
        </td>
        <td className={`${cell} w-80`}>{unfinished && <TaskActions task={task} form={form} choose={setForm} />}</td>
      </tr>
      {(form !== null || task.openPostponement) && unfinished && (
        <tr>
          <td colSpan={5} className="px-3 pb-4">
            <div className="flex flex-col gap-3">
              {task.openPostponement && <PostponementAsked caseId={task.caseId} asked={task.openPostponement} />}
              {form === 'more' && <MoreActions task={task} choose={setForm} />}
              {form !== null && form !== 'more' && <TaskFormOf form={form} task={task} close={() => setForm(null)} />}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Outcome({ task: { reason, result, status } }: { readonly task: TaskLine }) {
  const w = useWords(words);
  const said = status === 'DONE' ? result : reason;
  if (!said) return null;
  return (
    <span className="mt-1 block border-l-4 border-solid-gray-300 pl-3 whitespace-pre-line text-solid-gray-800">
      {status === 'DONE' ? w.result : w.reason}
      {said.body}
    </span>
  );
}
