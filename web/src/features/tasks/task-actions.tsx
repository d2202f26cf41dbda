import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { useWords } from '../../words/language';
import { whyNot, type TaskLine } from './task';
import type { TaskForm } from './task-forms';
import { useAcceptTask, useStartTask } from './verbs';
import { words } from './words';

interface ActionsProps {
  readonly task: TaskLine;
  readonly form: TaskForm | 'more' | null;
  readonly choose: (form: TaskForm | 'more' | null) => void;
}

/** What to do next with a task, in one press where nothing has to be said. What is for others stands under “more”, with who may. */
export function TaskActions({ task, form, choose }: ActionsProps) {
  const w = useWords(words);
  const accept = useAcceptTask(task);
  const start = useStartTask(task);
  const it = { taskId: task.id, version: task.version };
  const open = (which: TaskForm) => choose(form === which ? null : which);
  const isOffered = task.status === 'OFFERED';
  const mine = isOffered ? task.answer.allowed : task.carry.allowed && task.status !== 'DECLINED';
  return (
    <div className="flex flex-col gap-2">
      <Row>
        {isOffered && mine && (
          <>
            <Button look="primary" label={w.actOn(w.accept, task.what)} isBusy={accept.isSending} onPress={() => accept.send(it)}>
              {w.accept}
            </Button>
            <Button label={w.actOn(w.decline, task.what)} isOpen={form === 'decline'} onPress={() => open('decline')}>
              {w.decline}
            </Button>
          </>
        )}
        {!isOffered && mine && (
          <Button look="primary" label={w.actOn(w.done, task.what)} isOpen={form === 'done'} onPress={() => open('done')}>
            {w.done}
          </Button>
        )}
        {task.status === 'ACCEPTED' && mine && (
          <Button label={w.actOn(w.start, task.what)} isBusy={start.isSending} onPress={() => start.send(it)}>
            {w.start}
          </Button>
        )}
        <Button look="quiet" label={w.moreOf(task.what)} isOpen={form === 'more'} onPress={() => choose(form === 'more' ? null : 'more')}>
          {w.more}
        </Button>
      </Row>
      <RefusalNotice refusal={accept.refusal ?? start.refusal} />
    </div>
  );
}

/** Everything else that can be done to it; what may not says who may. */
export function MoreActions({ task, choose }: Omit<ActionsProps, 'form'>) {
  const w = useWords(words);
  const isOffered = task.status === 'OFFERED';
  const isCarried = task.status === 'ACCEPTED' || task.status === 'IN_PROGRESS';
  return (
    <div className="rounded-8 bg-solid-gray-50 p-4">
      <Row>
        {isOffered && !task.answer.allowed && (
          <Button look="primary" why={whyNot(task.answer)}>
            {w.accept}
          </Button>
        )}
        {isCarried && !task.carry.allowed && (
          <Button look="primary" why={whyNot(task.carry)}>
            {w.done}
          </Button>
        )}
        {isCarried && (
          <Button why={whyNot(task.carry)} onPress={() => choose('postpone')}>
            {w.postpone}
          </Button>
        )}
        <Button why={whyNot(task.reassign)} onPress={() => choose('reassign')}>
          {w.reassign}
        </Button>
        <Button look="danger" why={whyNot(task.withdraw)} onPress={() => choose('withdraw')}>
          {w.withdraw}
        </Button>
      </Row>
    </div>
  );
}
