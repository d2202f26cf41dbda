import { useState } from 'react';
import { now } from '../../clock';
import { Button } from '../../ui/button';
import { Badge, Name } from '../../ui/facts';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { codes } from '../../words/codes';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { useCancelAppointment, useKeepAppointment, useMissAppointment, type Appointment } from './appointments';
import { words } from './words';

const LOOKS = { AGREED: 'blue', KEPT: 'green', MISSED: 'red', CANCELLED: 'plain' } as const;

/** When a client is seen, by whom and where, and what became of it. */
export function AppointmentLine({ of }: { readonly of: Appointment }) {
  const w = useWords(words);
  const names = useWords(codes);
  const dates = useDates();
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong className="tabular-nums">{dates.moment(of.startsAt)}</strong>
        <Badge look={LOOKS[of.status]}>{w.status[of.status]}</Badge>
        <span>
          <Name of={of.staff} />（{of.agency?.name}）
        </span>
        <span className="text-solid-gray-700">
          {names.channel[of.channel]}・{of.place}
        </span>
      </p>
      {of.reason && <p className="whitespace-pre-line text-solid-gray-800">{of.reason.body}</p>}
      {of.status === 'AGREED' && <Settle of={of} />}
    </li>
  );
}

function Settle({ of }: { readonly of: Appointment }) {
  const w = useWords(words);
  const dates = useDates();
  const [keep, miss, cancel] = [useKeepAppointment(of), useMissAppointment(of), useCancelAppointment(of)];
  const [form, setForm] = useState<'miss' | 'cancel' | null>(null);
  const when = dates.moment(of.startsAt);
  const it = { appointmentId: of.id, version: of.version };
  const choose = (which: 'miss' | 'cancel') => setForm(form === which ? null : which);
  const mayNote = whyNot(of.settle) ?? (Date.parse(of.startsAt) > now() && w.notYet);
  return (
    <>
      <Row>
        <Button look="primary" label={w.keepOf(when)} why={mayNote} isBusy={keep.isSending} onPress={() => keep.send(it)}>
          {w.keep}
        </Button>
        <Button label={w.missOf(when)} why={mayNote} isOpen={form === 'miss'} onPress={() => choose('miss')}>
          {w.miss}
        </Button>
        <Button look="quiet" label={w.cancelOf(when)} why={whyNot(of.settle)} isOpen={form === 'cancel'} onPress={() => choose('cancel')}>
          {w.cancel}
        </Button>
      </Row>
      <RefusalNotice refusal={keep.refusal} />
      {form === 'miss' && (
        <Tell
          name={`miss ${of.caseId} ${of.id}`}
          label={w.missWhy}
          action={w.miss}
          verb={miss}
          onCancel={() => setForm(null)}
          onSend={(reason, done) => miss.send({ ...it, reason }, done)}
        />
      )}
      {form === 'cancel' && (
        <Tell
          name={`cancel ${of.caseId} ${of.id}`}
          label={w.cancelWhy}
          action={w.cancel}
          verb={cancel}
          onCancel={() => setForm(null)}
          onSend={(reason, done) => cancel.send({ ...it, reason }, done)}
        />
      )}
    </>
  );
}
