import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Tell } from '../../ui/tell';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import type { Item, Session } from './room';
import { useSettleItem, useTakeOnItem } from './verbs';
import { words } from './words';

/** What somebody puts forward waits for whoever leads: taken on, with the time that it gets, or left aside with a reason. */
export function Proposal({ of, item }: { readonly of: Session; readonly item: Item }) {
  const w = useWords(words);
  const [form, setForm] = useState<'take' | 'leave' | null>(null);
  const leave = useSettleItem(item.caseId);
  if (of.status === 'CLOSED' || of.status === 'CANCELLED') return null;
  const why = whyNot(item.settle);
  const toggle = (one: 'take' | 'leave') => setForm(form === one ? null : one);
  return (
    <>
      <Row>
        <Button look="primary" label={`${w.takeOn}：${item.what}`} why={why} isOpen={form === 'take'} onPress={() => toggle('take')}>
          {w.takeOn}
        </Button>
        <Button label={`${w.leaveAside}：${item.what}`} why={why} isOpen={form === 'leave'} onPress={() => toggle('leave')}>
          {w.leaveAside}
        </Button>
      </Row>
      {form === 'take' && <TakeOn item={item} close={() => setForm(null)} />}
      {form === 'leave' && (
        <Tell
          name={`leave ${item.id}`}
          label={w.leaveWhy}
          action={w.leaveAside}
          verb={leave}
          onCancel={() => setForm(null)}
          onSend={(note, done) => leave.send({ itemId: item.id, version: item.version, outcome: 'NOT_TAKEN_ON', note }, done)}
        />
      )}
    </>
  );
}

function TakeOn({ item, close }: { readonly item: Item; readonly close: () => void }) {
  const w = useWords(words);
  const [minutes, setMinutes] = useState('');
  const verb = useTakeOnItem(item.caseId);
  const plain = minutes.normalize('NFKC').trim();
  const isSound = plain === '' || /^\d{1,3}$/.test(plain);
  return (
    <Form
      label={`${w.takeOn}：${item.what}`}
      action={w.takeOn}
      verb={verb}
      why={!isSound && w.minutesWrong}
      onSend={() => verb.send({ itemId: item.id, version: item.version, minutesPlanned: plain === '' ? null : Number(plain) }, close)}
      onCancel={close}
    >
      <div className="max-w-60">
        <TextField
          label={w.minutesPlanned}
          value={minutes}
          onChange={setMinutes}
          fault={(!isSound && w.minutesWrong) || (verb.refusal?.isAbout('minutesPlanned') && verb.refusal.message)}
        />
      </div>
    </Form>
  );
}
