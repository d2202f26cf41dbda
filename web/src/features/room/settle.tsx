import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice, RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { plusDays, today } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { Decide } from './decide';
import type { Item, Session } from './room';
import { underDiscussion } from './under-discussion';
import { useBeginItem, useSettleItem } from './verbs';
import { words } from './words';

type Doing = 'decide' | 'carry' | 'defer';

/** What can become of an item while the session is open. */
export function Settle({ of, item }: { readonly of: Session; readonly item: Item }) {
  const w = useWords(words);
  const settle = useSettleItem(item.caseId);
  const [form, setForm] = useState<Doing | null>(null);
  const toggle = (one: Doing) => setForm(form === one ? null : one);
  const isOfCase = item.caseId !== null;
  const isWriting = form === 'carry' || form === 'defer';
  const isOvertaken = settle.refusal?.code === 'CONFLICT' || (isWriting && item.outcome !== null);
  const close = () => setForm(null);
  return (
    <>
      <Row>
        {isOfCase && (
          <Button
            look={item.decisions.length === 0 ? 'primary' : 'secondary'}
            label={w.decideOn(item.what)}
            isOpen={form === 'decide'}
            onPress={() => toggle('decide')}
          >
            {w.decide}
          </Button>
        )}
        {item.outcome === null && <Unsettled of={of} item={item} settle={settle} form={form} toggle={toggle} />}
      </Row>
      {form === 'decide' && item.caseId && <Decide caseId={item.caseId} item={item} />}
      {isOvertaken && <Theirs item={item} />}
      {form === 'carry' && <Carry item={item} settle={settle} close={close} />}
      {form === 'defer' && <Defer item={item} close={close} />}
      {!isWriting && <RefusalNotice refusal={settle.refusal} />}
    </>
  );
}

interface CarryProps {
  readonly item: Item;
  readonly settle: ReturnType<typeof useSettleItem>;
  readonly close: () => void;
}

function Carry({ item, settle, close }: CarryProps) {
  const w = useWords(words);
  return (
    <Tell
      name={`carry ${item.id}`}
      label={w.carryWhy}
      action={w.carry}
      verb={settle}
      onCancel={close}
      onSent={close}
      onSend={(note, done) => settle.send({ itemId: item.id, version: item.version, outcome: 'CARRIED_OVER', note }, done)}
    />
  );
}

interface UnsettledProps {
  readonly of: Session;
  readonly item: Item;
  readonly settle: ReturnType<typeof useSettleItem>;
  readonly form: Doing | null;
  readonly toggle: (one: Doing) => void;
}

function Unsettled({ of, item, settle, form, toggle }: UnsettledProps) {
  const w = useWords(words);
  const begin = useBeginItem(item.caseId);
  const it = { itemId: item.id, version: item.version };
  const why = whyNot(item.settle);
  return (
    <>
      {of.series && item.begunAt === null && (
        <Button label={`${w.begin}：${item.what}`} why={why} isBusy={begin.isSending} onPress={() => begin.send(it)}>
          {w.begin}
        </Button>
      )}
      <Button
        label={`${w.noted}：${item.what}`}
        why={why}
        isBusy={settle.isSending}
        onPress={() => settle.send({ ...it, outcome: 'NOTED' })}
      >
        {w.noted}
      </Button>
      <Button label={`${w.carry}：${item.what}`} why={why} isOpen={form === 'carry'} onPress={() => toggle('carry')}>
        {w.carry}
      </Button>
      <Button label={`${w.defer}：${item.what}`} why={why} isOpen={form === 'defer'} onPress={() => toggle('defer')}>
        {w.defer}
      </Button>
      {underDiscussion(of)?.id === item.id && <span className="self-center font-bold text-key-900">{w.now}</span>}
    </>
  );
}

/** Put off to a day, from which on it comes back by itself. */
function Defer({ item, close }: { readonly item: Item; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [note, setNote] = useDraft(`defer ${item.id}`);
  const [until, setUntil] = useState(plusDays(today(), 28));
  const [wasPressed, setPressed] = useState(false);
  const verb = useSettleItem(item.caseId);
  const send = () => {
    setPressed(true);
    if (note.trim() === '' || until === '') return;
    verb.send({ itemId: item.id, version: item.version, outcome: 'DEFERRED', note, deferredUntil: until }, () => {
      setNote('');
      close();
    });
  };
  return (
    <Form label={`${w.defer}：${item.what}`} action={w.defer} verb={verb} onSend={send} onCancel={close}>
      <div className="max-w-60">
        <TextField
          label={w.deferUntil}
          type="date"
          min={today()}
          value={until}
          onChange={setUntil}
          fault={verb.refusal?.isAbout('deferredUntil') && verb.refusal.message}
          isRequired
        />
      </div>
      <TextArea
        label={w.carryWhy}
        value={note}
        onChange={setNote}
        rows={2}
        fault={wasPressed && note.trim() === '' && g.required}
        isRequired
      />
    </Form>
  );
}

/** Two wrote at once: what is kept now stands beside what one has written, and neither is lost. */
function Theirs({ item: { outcome, outcomeNote } }: { readonly item: Item }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <Notice look="warning">
      <p className="font-bold">{w.theirs}</p>
      <p className="whitespace-pre-line">
        {outcome && names.outcome[outcome]} {outcomeNote?.body}
      </p>
      <p>{w.yours}</p>
    </Notice>
  );
}
