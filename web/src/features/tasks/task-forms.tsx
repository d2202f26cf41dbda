import { useState } from 'react';
import { TextField } from '../../ui/field';
import { Tell } from '../../ui/tell';
import { plusDays, today } from '../../words/dates';
import { useWords } from '../../words/language';
import { OwnerChoice, ownerOf } from './owner-choice';
import type { TaskLine } from './task';
import { useCompleteTask, useDeclineTask, useReassignTask, useRequestPostponement, useWithdrawTask } from './verbs';
import { words } from './words';

export type TaskForm = 'decline' | 'done' | 'postpone' | 'reassign' | 'withdraw';
interface FormProps {
  readonly task: TaskLine;
  readonly close: () => void;
}

const named = ({ id, version }: TaskLine) => ({ taskId: id, version });

function Decline({ task, close }: FormProps) {
  const w = useWords(words);
  const verb = useDeclineTask(task);
  return (
    <Tell
      name={`decline ${task.caseId} ${task.id}`}
      label={w.declineWhy}
      action={w.decline}
      verb={verb}
      onCancel={close}
      onSent={close}
      onSend={(reason, done) => verb.send({ ...named(task), reason }, done)}
    />
  );
}

function Done({ task, close }: FormProps) {
  const w = useWords(words);
  const verb = useCompleteTask(task);
  return (
    <Tell
      name={`done ${task.caseId} ${task.id}`}
      label={w.doneWhat}
      action={w.report}
      verb={verb}
      onCancel={close}
      onSent={close}
      onSend={(result, done) => verb.send({ ...named(task), result }, done)}
    />
  );
}

function Withdraw({ task, close }: FormProps) {
  const w = useWords(words);
  const verb = useWithdrawTask(task);
  return (
    <Tell
      name={`withdraw ${task.caseId} ${task.id}`}
      label={w.withdrawWhy}
      action={w.withdraw}
      verb={verb}
      onCancel={close}
      onSent={close}
      onSend={(reason, done) => verb.send({ ...named(task), reason }, done)}
    />
  );
}

function Postpone({ task, close }: FormProps) {
  const w = useWords(words);
  const verb = useRequestPostponement(task.caseId);
  const [toDueOn, setDay] = useState(plusDays(task.dueOn > today() ? task.dueOn : today(), 7));
  return (
    <div className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4">
      <div className="max-w-60">
        <TextField
          label={w.postponeTo}
          type="date"
          value={toDueOn}
          onChange={setDay}
          min={today()}
          fault={verb.refusal?.isAbout('toDueOn') && verb.refusal.message}
        />
      </div>
      <Tell
        name={`postpone ${task.caseId} ${task.id}`}
        label={w.postponeWhy}
        action={w.ask}
        verb={verb}
        onCancel={close}
        onSent={close}
        onSend={(reason, done) => verb.send({ ...named(task), toDueOn, reason }, done)}
      />
    </div>
  );
}

function Reassign({ task, close }: FormProps) {
  const w = useWords(words);
  const verb = useReassignTask(task.caseId);
  const [choice, setChoice] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <div className="flex flex-col gap-3 rounded-8 bg-solid-gray-50 p-4">
      <OwnerChoice
        caseId={task.caseId}
        value={choice}
        onChange={setChoice}
        fault={(isMissing && choice === '' && w.chooseOwner) || (verb.refusal?.isAbout('owner') && verb.refusal.message)}
      />
      <Tell
        name={`reassign ${task.caseId} ${task.id}`}
        label={w.reassignWhy}
        action={w.reassign}
        verb={verb}
        onCancel={close}
        onSent={close}
        onSend={(reason, done) => {
          setMissing(choice === '');
          if (choice !== '') verb.send({ ...named(task), owner: ownerOf(choice), reason }, done);
        }}
      />
    </div>
  );
}

const FORMS = { decline: Decline, done: Done, postpone: Postpone, reassign: Reassign, withdraw: Withdraw };

/** What has to be said when something is done to a task, in its place. */
export function TaskFormOf({ form, ...props }: FormProps & { readonly form: TaskForm }) {
  const Form = FORMS[form];
  return <Form {...props} />;
}
