import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { Badge, Day } from '../../ui/facts';
import { Row } from '../../ui/layout';
import { RefusalNotice } from '../../ui/notice';
import { Tell } from '../../ui/tell';
import { dayOf, DATES, plusDays, today, useDates } from '../../words/dates';
import { useWords } from '../../words/language';
import { whyNot } from '../tasks/task';
import { useAddPlanned, useCallOffPlanned, useConvenePlanned, useMovePlanned, type Planned, type Series } from './series';
import { sessionsWords } from './sessions-words';
import { WhenForm } from './when-form';

const clockOf = (moment: string) => DATES.ja.time(moment);
const instant = (day: string, clock: string) => `${day}T${clock}:00+09:00`;

/** Convenes a planned session and goes there: it lives above the lines, since a line is gone once its session is convened. */
export function useConvening() {
  const [, goTo] = useLocation();
  const [asked, setAsked] = useState<string | null>(null);
  const { send, isSending, refusal } = useConvenePlanned();
  return {
    asked,
    isSending,
    refusal,
    send: ({ id, version }: Planned, despiteOverlap: boolean) => {
      setAsked(id);
      send({ plannedSessionId: id, version, despiteOverlap }, ({ convenePlannedSession }) => {
        if (convenePlannedSession) goTo(`/sessions/${convenePlannedSession.id}`);
      });
    },
  };
}
type Convening = ReturnType<typeof useConvening>;

/** A session that is planned and not convened: convene it, move it, call it off. */
export function PlannedLine({ of, planned, convening }: { readonly of: Series; readonly planned: Planned; readonly convening: Convening }) {
  const w = useWords(sessionsWords);
  const dates = useDates();
  const [form, setForm] = useState<'move' | 'off' | null>(null);
  const callOff = useCallOffPlanned();
  const { id, version, startsAt, endsAt, place, isTouched, reason } = planned;
  const it = { plannedSessionId: id, version };
  const toggle = (one: 'move' | 'off') => setForm(form === one ? null : one);
  const name = dates.moment(startsAt);
  const isAsked = convening.asked === id;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
        <span>
          <strong>
            <Day on={dayOf(startsAt)} />
          </strong>{' '}
          <span className="tabular-nums">
            {dates.time(startsAt)}–{dates.time(endsAt)}
          </span>
          {'　'}
          {place} {isTouched && <Badge look="orange">{w.moved}</Badge>}
          {reason && <span className="block text-solid-gray-800">{reason.body}</span>}
        </span>
        <Row>
          <Button
            look="primary"
            label={`${w.convene}：${name}`}
            why={whyNot(of.convene)}
            isBusy={isAsked && convening.isSending}
            onPress={() => convening.send(planned, false)}
          >
            {w.convene}
          </Button>
          <Button label={`${w.move}：${name}`} why={whyNot(of.administer)} isOpen={form === 'move'} onPress={() => toggle('move')}>
            {w.move}
          </Button>
          <Button
            label={`${w.callOff}：${name}`}
            look="danger"
            why={whyNot(of.administer)}
            isOpen={form === 'off'}
            onPress={() => toggle('off')}
          >
            {w.callOff}
          </Button>
        </Row>
      </div>
      {isAsked && <RefusalNotice refusal={convening.refusal} />}
      {isAsked && convening.refusal?.code === 'CONFLICT' && (
        <Button onPress={() => convening.send(planned, true)}>{w.conveneDespite}</Button>
      )}
      {form === 'move' && <MovePlanned planned={planned} name={name} close={() => setForm(null)} />}
      {form === 'off' && (
        <Tell
          name={`call off ${id}`}
          label={w.why}
          action={w.callOff}
          verb={callOff}
          onCancel={() => setForm(null)}
          onSend={(text, done) => callOff.send({ ...it, reason: text }, done)}
        />
      )}
    </li>
  );
}

function MovePlanned({ planned, name, close }: { readonly planned: Planned; readonly name: string; readonly close: () => void }) {
  const w = useWords(sessionsWords);
  const { id, version, startsAt, endsAt, place } = planned;
  const verb = useMovePlanned();
  return (
    <WhenForm
      name={`move ${id}`}
      label={`${w.move}：${name}`}
      action={w.move}
      verb={verb}
      initial={{ day: dayOf(startsAt), from: clockOf(startsAt), to: clockOf(endsAt), place }}
      close={close}
      onSend={({ day, from, to, place: where }, reason, done) =>
        verb.send(
          { plannedSessionId: id, version, startsAt: instant(day, from), endsAt: instant(day, to), place: where || null, reason },
          done,
        )
      }
    />
  );
}

/** One more session beside the recurrence (随時). */
export function AddPlanned({ of, close }: { readonly of: Series; readonly close: () => void }) {
  const w = useWords(sessionsWords);
  const verb = useAddPlanned();
  const { opens = '13:30', closes = '15:30' } = of.recurrence ?? {};
  return (
    <WhenForm
      name={`add ${of.id}`}
      label={w.addOne}
      action={w.addOne}
      verb={verb}
      initial={{ day: plusDays(today(), 7), from: opens, to: closes, place: of.place }}
      close={close}
      onSend={({ day, from, to, place }, reason, done) =>
        verb.send({ seriesId: of.id, startsAt: instant(day, from), endsAt: instant(day, to), place: place || null, reason }, done)
      }
    />
  );
}
