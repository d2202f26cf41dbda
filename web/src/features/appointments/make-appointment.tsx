import { useState } from 'react';
import { useDraft } from '../../drafts';
import { Choose, TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { words as general } from '../../ui/words';
import { codes } from '../../words/codes';
import { plusDays, today } from '../../words/dates';
import { useWords } from '../../words/language';
import { usePerson } from '../session/me';
import { useMakeAppointment, type AppointmentsOfCase, type Channel } from './appointments';
import { words } from './words';

const IN_DAYS = 7;

/** Says when the client is next seen, by whom and where. */
export function MakeAppointment({ of, close }: { readonly of: AppointmentsOfCase; readonly close: () => void }) {
  const w = useWords(words);
  const g = useWords(general);
  const names = useWords(codes);
  const { id } = usePerson();
  const [staffId, setStaff] = useState(of.seats.some((seat) => seat.staffId === id) ? id : '');
  const [day, setDay] = useState(plusDays(today(), IN_DAYS));
  const [time, setTime] = useState('10:00');
  const [place, setPlace] = useDraft(`appointment ${of.id}`);
  const [channel, setChannel] = useState<Channel>('IN_PERSON');
  const [wasPressed, setPressed] = useState(false);
  const verb = useMakeAppointment(of.id);
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  const missing = (text: string) => wasPressed && text.trim() === '' && g.required;
  const send = () => {
    setPressed(true);
    if ([staffId, day, time, place].some((text) => text.trim() === '')) return;
    verb.send({ caseId: of.id, staffId, startsAt: `${day}T${time}:00+09:00`, place, channel }, () => {
      setPlace('');
      close();
    });
  };
  return (
    <Form label={w.make} action={w.save} verb={verb} onSend={send} onCancel={close}>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr]">
        <Choose
          label={w.whom}
          value={staffId}
          placeholder={w.chooseWhom}
          onChange={setStaff}
          options={of.seats.map((seat) => ({
            value: seat.staffId,
            label: `${seat.staff?.name ?? '—'}（${seat.agency?.name ?? '—'}・${names.profession[seat.profession]}）`,
          }))}
          fault={missing(staffId) || fault('staffId')}
          isRequired
        />
        <TextField
          label={w.day}
          type="date"
          min={today()}
          value={day}
          onChange={setDay}
          fault={missing(day) || fault('startsAt')}
          isRequired
        />
        <TextField label={w.time} type="time" value={time} onChange={setTime} fault={missing(time)} isRequired />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField
          label={w.place}
          hint={w.placeHint}
          value={place}
          onChange={setPlace}
          fault={missing(place) || fault('place')}
          isRequired
        />
        <Choose
          label={w.channel}
          value={channel}
          onChange={(chosen) => setChannel(chosen as Channel)}
          options={(Object.entries(names.channel) as [Channel, string][]).map(([value, label]) => ({ value, label }))}
        />
      </div>
    </Form>
  );
}
