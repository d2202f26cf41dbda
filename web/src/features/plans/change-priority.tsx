import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Choose, TextArea } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { PRIORITIES, useChangePriority, type Plans } from './plans';
import { words } from './words';

/** What support turns to first, and because of what. */
export function First({ of }: { readonly of: Plans }) {
  const w = useWords(words);
  const dates = useDates();
  const [changes, setChanges] = useState(false);
  const { priority, changePriority } = of;
  return (
    <Section
      title={w.first}
      beside={
        <Button why={whyNot(changePriority)} isOpen={changes} onPress={() => setChanges(!changes)}>
          {w.change}
        </Button>
      }
    >
      {!priority && <p className="text-solid-gray-700">{w.firstNone}</p>}
      {priority && (
        <div className="flex flex-col gap-1">
          <p>
            <strong className="text-std-20B-150">{w.priority[priority.priority]}</strong>
            <span className="ml-3 text-solid-gray-700">
              {dates.moment(priority.since)}　{w.because(priority.changedBy?.name ?? '—')}
            </span>
          </p>
          <p className="whitespace-pre-line">{priority.reason?.body}</p>
          {priority.report && (
            <blockquote className="border-l-4 border-solid-gray-300 pl-3 whitespace-pre-line">{priority.report.body}</blockquote>
          )}
          {priority.recordId && !priority.report && <p className="text-solid-gray-700">{w.reportHidden}</p>}
        </div>
      )}
      {changes && <ChangePriority of={of} close={() => setChanges(false)} />}
    </Section>
  );
}

function ChangePriority({ of, close }: { readonly of: Plans; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const dates = useDates();
  const [reason, setReason] = useDraft(`priority ${of.id}`);
  const others = PRIORITIES.filter((one) => one !== of.priority?.priority);
  const [priority, setPriority] = useState<Code<'Priority'>>(others[0]!);
  const [recordId, setRecordId] = useState('');
  const [wasPressed, setPressed] = useState(false);
  const verb = useChangePriority(of.id);
  const send = () => {
    setPressed(true);
    if (reason.trim() === '') return;
    verb.send({ caseId: of.id, priority, reason, recordId: recordId || null }, () => {
      setReason('');
      close();
    });
  };
  return (
    <Form label={w.change} action={w.change} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose
          label={w.first}
          value={priority}
          onChange={(chosen) => setPriority(chosen as Code<'Priority'>)}
          options={others.map((value) => ({ value, label: w.priority[value] }))}
        />
        <Choose
          label={w.report}
          value={recordId}
          placeholder={w.noReport}
          onChange={setRecordId}
          options={of.records.map(({ id, happenedOn, category, agency, body }) => ({
            value: id,
            label: `${dates.day(happenedOn)} ${agency?.name ?? ''} ${names.category[category]}：${body.slice(0, 30)}`,
          }))}
        />
      </div>
      <TextArea
        label={w.why}
        value={reason}
        onChange={setReason}
        rows={2}
        fault={wasPressed && reason.trim() === '' && g.required}
        isRequired
      />
    </Form>
  );
}
