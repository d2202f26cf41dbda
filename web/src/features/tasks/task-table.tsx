import { memo, useCallback, useState, type Ref } from 'react';
import { Badge, Due, Owner } from '../../ui/facts';
import { useNear } from '../../ui/long-list';
import { Cell, Spacer, Table } from '../../ui/table';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { PostponementAsked } from './postponement';
import { isOpen, type TaskLine } from './task';
import { MoreActions, TaskActions } from './task-actions';
import { TaskFormOf, type TaskForm } from './task-forms';
import { words } from './words';

const LOOKS = { OFFERED: 'orange', ACCEPTED: 'blue', IN_PROGRESS: 'blue', DONE: 'green', DECLINED: 'red', WITHDRAWN: 'plain' } as const;
const ROW_HEIGHT = 86;

/** The responsibility table: 誰が・何を・いつまでに, with what can be done in its place. */
export function TaskTable({ tasks }: { readonly tasks: readonly TaskLine[] }) {
  const w = useWords(words);
  // Here rather than in the row, which is gone while it is far from the screen.
  const [forms, setForms] = useState<ReadonlyMap<string, TaskForm | 'more'>>(new Map());
  const { place, measure, before, after, near } = useNear({ count: tasks.length, height: ROW_HEIGHT, keyOf: (at) => tasks[at]!.id });
  const choose = useCallback((id: string, form: TaskForm | 'more' | null) => {
    setForms((before) => {
      const next = new Map(before);
      if (form === null) next.delete(id);
      else next.set(id, form);
      return next;
    });
  }, []);
  return (
    <Table label={w.table} heads={[w.who, w.what, w.when, w.state, w.act]} place={place} rowCount={tasks.length + 1}>
      <Spacer height={before} />
      {near.map((at) => {
        const task = tasks[at]!;
        return <TaskRow key={task.id} task={task} at={at} measure={measure} form={forms.get(task.id) ?? null} choose={choose} />;
      })}
      <Spacer height={after} />
    </Table>
  );
}

interface TaskRowProps {
  readonly task: TaskLine;
  readonly at: number;
  readonly measure: Ref<HTMLTableSectionElement> | undefined;
  readonly form: TaskForm | 'more' | null;
  readonly choose: (id: string, form: TaskForm | 'more' | null) => void;
}

/** Drawn once, however the page scrolls. */
const TaskRow = memo(function TaskRow({ task, at, measure, form, choose: chooseOf }: TaskRowProps) {
  const w = useWords(words);
  const names = useWords(codes);
  const unfinished = isOpen(task);
  const choose = (chosen: TaskForm | 'more' | null) => chooseOf(task.id, chosen);
  return (
    <tbody
      ref={measure}
      data-index={at}
      className={`border-b border-solid-gray-300 max-md:block max-md:py-3 ${task.isOverdue ? 'bg-red-50' : ''}`}
      data-task={task.id}
    >
      <tr className="max-md:block" aria-rowindex={at + 2}>
        <Cell head={w.who}>
          <Owner of={task} />
        </Cell>
        <Cell head={w.what} className="md:min-w-56">
          <span className="block">{task.what}</span>
          <span className="text-solid-gray-700">{names.category[task.category]}</span>
          <Outcome task={task} />
        </Cell>
        <Cell head={w.when}>
          <Due on={task.dueOn} isOpen={unfinished} />
        </Cell>
        <Cell head={w.state}>
          <Badge look={LOOKS[task.status]}>{names.task[task.status]}</Badge>
        </Cell>
        <Cell head={w.act} className="md:w-80">
          {unfinished && <TaskActions task={task} form={form} choose={choose} />}
        </Cell>
      </tr>
      {(form !== null || task.openPostponement) && unfinished && (
        <tr className="max-md:block">
          <td colSpan={5} className="px-3 pb-4 max-md:block">
            <div className="flex flex-col gap-3">
              {task.openPostponement && <PostponementAsked caseId={task.caseId} asked={task.openPostponement} />}
              {form === 'more' && <MoreActions task={task} choose={choose} />}
              {form !== null && form !== 'more' && <TaskFormOf form={form} task={task} close={() => choose(null)} />}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
});

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
