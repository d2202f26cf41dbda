import { useState } from 'react';
import { useDraft } from '../../drafts';
import type { Code } from '../../graphql';
import { Button } from '../../ui/button';
import { Badge } from '../../ui/facts';
import { Choose, TextArea } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useSight } from '../cases/sight';
import { useCorrectMinutes, type MinutedSession, type Minutes } from './minutes';
import { words } from './words';

interface Shared {
  readonly minutes: Minutes;
  readonly session: MinutedSession;
}

/** What minutes say wrongly is put right beside them; the minutes stay as they are. */
export function Corrections({ minutes, session }: Shared) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  const [writes, setWrites] = useState(false);
  return (
    <section className="mx-auto flex w-full max-w-[210mm] flex-col gap-3 rounded-12 border border-solid-gray-200 bg-white p-5 print:border-0 print:p-0">
      <h2 className="text-std-18B-160">{w.corrections}</h2>
      {minutes.corrections.length === 0 && <p className="text-solid-gray-700">{w.correctionsNone}</p>}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {minutes.corrections.map(({ id, category, body, reason, correctedAt, staff, agency, item }) => (
          <li key={id} className="py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong>
                {staff?.name}（{agency?.name}）
              </strong>
              <span className="text-solid-gray-700">{dates.moment(correctedAt)}</span>
              <Badge>{names.category[category]}</Badge>
              {item && <span>{item.what}</span>}
            </p>
            <p className="whitespace-pre-line">{body}</p>
            <p className="text-solid-gray-800">
              {w.correctionReason}：{reason}
            </p>
          </li>
        ))}
      </ul>
      <div className="print:hidden">
        <Button isOpen={writes} onPress={() => setWrites(!writes)}>
          {w.correct}
        </Button>
      </div>
      {writes && <Correct minutes={minutes} session={session} close={() => setWrites(false)} />}
    </section>
  );
}

function Correct({ minutes, session, close }: Shared & { readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const [body, setBody] = useDraft(`correct ${session.id}`);
  const [reason, setReason] = useDraft(`correct why ${session.id}`);
  const [itemId, setItem] = useState('');
  const [chosen, setCategory] = useState<Code<'Category'>>('COORDINATION');
  const [wasPressed, setPressed] = useState(false);
  const caseId = minutes.caseId ?? session.agenda.find(({ id }) => id === itemId)?.caseId ?? null;
  const verb = useCorrectMinutes(caseId);
  const readable = useSight(caseId).filter(({ level }) => level === 'WRITE');
  const categories: Code<'Category'>[] = ['COORDINATION', ...readable.map(({ category }) => category)];
  const category = categories.includes(chosen) ? chosen : 'COORDINATION';
  const fault = (text: string) => wasPressed && text.trim() === '' && g.required;
  const send = () => {
    setPressed(true);
    if (body.trim() === '' || reason.trim() === '') return;
    verb.send({ sessionId: session.id, itemId: itemId || null, category, body, reason }, () => {
      setBody('');
      setReason('');
      close();
    });
  };
  return (
    <Form label={w.correct} action={w.correctNow} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choose
          label={w.correctItem}
          value={itemId}
          placeholder={w.correctWhole}
          onChange={setItem}
          options={session.agenda.map(({ id, what }) => ({ value: id, label: what }))}
        />
        <Choose
          label={w.category}
          value={category}
          onChange={(value) => setCategory(value as Code<'Category'>)}
          options={categories.map((value) => ({ value, label: names.category[value] }))}
        />
      </div>
      <TextArea label={w.correctBody} value={body} onChange={setBody} rows={2} fault={fault(body)} isRequired />
      <TextArea label={w.correctionReason} value={reason} onChange={setReason} rows={2} fault={fault(reason)} isRequired />
    </Form>
  );
}
