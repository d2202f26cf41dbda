import { useState } from 'react';
import { Button } from '../../ui/button';
import { Day } from '../../ui/facts';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Empty, RefusalNotice } from '../../ui/notice';
import { words as general } from '../../ui/words';
import { today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { useAddClosingDay, useOffice, useSetTurnOfYear, useWithdrawClosingDay, type OfficeRead } from './office';
import { words } from './words';

interface Municipality {
  readonly id: string;
  readonly name: string;
}

/** When a municipality's offices are closed: what the law says, and what it adds itself. */
export function OfficeCalendar({ municipalities }: { readonly municipalities: readonly Municipality[] }) {
  const w = useWords(words);
  const [chosen, setChosen] = useState('');
  const [form, setForm] = useState<'add' | 'turn' | null>(null);
  const agencyId = chosen || (municipalities[0]?.id ?? '');
  const reading = useOffice(agencyId);
  const { data } = reading;
  const toggle = (one: 'add' | 'turn') => setForm(form === one ? null : one);
  if (agencyId === '') return null;
  return (
    <Section
      title={w.calendar}
      reading={reading}
      lines={4}
      beside={
        <span className="flex flex-wrap gap-2">
          <Button isOpen={form === 'add'} onPress={() => toggle('add')}>
            {w.addClosing}
          </Button>
          <Button isOpen={form === 'turn'} onPress={() => toggle('turn')}>
            {w.setTurn}
          </Button>
        </span>
      }
    >
      <p>{w.calendarText}</p>
      {municipalities.length > 1 && (
        <Choose
          label={w.municipality}
          value={agencyId}
          onChange={setChosen}
          options={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {form === 'add' && <AddClosing agencyId={agencyId} close={() => setForm(null)} />}
      {form === 'turn' && <SetTurn agencyId={agencyId} close={() => setForm(null)} />}
      {data && <Days read={data} />}
    </Section>
  );
}

const OF_THE_LAW = ['HOLIDAY', 'TURN_OF_YEAR'];

function Days({ read }: { readonly read: OfficeRead }) {
  const w = useWords(words);
  return (
    <>
      {read.closingDays.length === 0 && <Empty title={w.closingNone} />}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {read.closingDays.map((day) => (
          <Closing key={day.id} day={day} />
        ))}
      </ul>
      <details>
        <summary className="text-key-900 underline">{w.holidays}</summary>
        <ul className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
          {read.closedDays
            .filter(({ why }) => OF_THE_LAW.includes(why))
            .map(({ on, name }) => (
              <li key={on}>
                <Day on={on} /> {name}
              </li>
            ))}
        </ul>
      </details>
    </>
  );
}

function Closing({ day: { id, version, heldOn, name } }: { readonly day: OfficeRead['closingDays'][number] }) {
  const w = useWords(words);
  const verb = useWithdrawClosingDay();
  return (
    <li className="flex flex-wrap items-center gap-x-4 py-2">
      <Day on={heldOn} />
      <strong>{name}</strong>
      <Button
        look="quiet"
        label={`${w.withdraw}：${name}`}
        isBusy={verb.isSending}
        onPress={() => verb.send({ closingDayId: id, version })}
      >
        {w.withdraw}
      </Button>
      <RefusalNotice refusal={verb.refusal} />
    </li>
  );
}

function AddClosing({ agencyId, close }: { readonly agencyId: string; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const [heldOn, setDay] = useState('');
  const [name, setName] = useState('');
  const [wasPressed, setPressed] = useState(false);
  const verb = useAddClosingDay();
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const send = () => {
    setPressed(true);
    if (heldOn !== '' && name.trim() !== '') verb.send({ agencyId, heldOn, name }, close);
  };
  return (
    <Form label={w.addClosing} action={w.addClosing} verb={verb} onSend={send} onCancel={close}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={w.closingDay}
          type="date"
          min={today()}
          value={heldOn}
          onChange={setDay}
          fault={(wasPressed && heldOn === '' && g.required) || fault('heldOn')}
          isRequired
        />
        <TextField
          label={w.closingName}
          value={name}
          onChange={setName}
          fault={(wasPressed && name.trim() === '' && g.required) || fault('name')}
          isRequired
        />
      </div>
    </Form>
  );
}

function SetTurn({ agencyId, close }: { readonly agencyId: string; readonly close: () => void }) {
  const w = useWords(words);
  const dates = useDates();
  const year = Number(today().slice(0, 4));
  const [from, setFrom] = useState(`${year}-12-29`);
  const [to, setTo] = useState(`${year + 1}-01-03`);
  const verb = useSetTurnOfYear();
  return (
    <Form
      label={w.setTurn}
      action={w.setTurn}
      verb={verb}
      onSend={() => from && to && verb.send({ agencyId, from, to }, close)}
      onCancel={close}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={w.turnFrom}
          type="date"
          value={from}
          onChange={setFrom}
          fault={verb.refusal?.isAbout('from') && verb.refusal.message}
          hint={from && dates.day(from)}
          isRequired
        />
        <TextField label={w.turnTo} type="date" value={to} onChange={setTo} hint={to && dates.day(to)} isRequired />
      </div>
    </Form>
  );
}
