import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Section } from '../../ui/layout';
import { useWords } from '../../words/language';
import { useChangePeriod, type Period } from './retention';
import { words } from './words';

/** How long things are kept, with where that comes from; an officer changes it with a reason. */
export function Periods({ of }: { readonly of: readonly Period[] }) {
  const w = useWords(words);
  return (
    <Section title={w.periods}>
      <ul className="divide-y divide-solid-gray-300">
        {of.map((period) => (
          <PeriodLine key={period.id} period={period} />
        ))}
      </ul>
      <p className="text-solid-gray-700">{w.meetingKinds}</p>
    </Section>
  );
}

function PeriodLine({ period }: { readonly period: Period }) {
  const w = useWords(words);
  const [changes, setChanges] = useState(false);
  const { kind, years, source, change } = period;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <strong>{w.kind[kind]}</strong>：{w.years(kind, years)}
          <span className="block text-solid-gray-700">
            {w.source}：{source}
          </span>
        </p>
        <Button
          label={`${w.change}：${w.kind[kind]}`}
          why={!change.allowed && change.because}
          isOpen={changes}
          onPress={() => setChanges(!changes)}
        >
          {w.change}
        </Button>
      </div>
      {changes && <ChangePeriod period={period} close={() => setChanges(false)} />}
    </li>
  );
}

function ChangePeriod({ period: { kind, version, ...period }, close }: { readonly period: Period; readonly close: () => void }) {
  const w = useWords(words);
  const [years, setYears] = useState(String(period.years));
  const [source, setSource] = useState(period.source);
  const [reason, setReason] = useState('');
  const verb = useChangePeriod();
  const fault = (field: string) => verb.refusal?.isAbout(field) && verb.refusal.message;
  return (
    <Form
      label={w.change}
      action={w.change}
      verb={verb}
      onSend={() => verb.send({ kind, years: Number(years) || 0, source, reason, version }, close)}
      onCancel={close}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField label={w.newYears} value={years} onChange={setYears} maxLength={3} fault={fault('years')} isRequired />
        <TextField label={w.newSource} value={source} onChange={setSource} fault={fault('source')} isRequired />
        <TextField label={w.changeWhy} value={reason} onChange={setReason} fault={fault('reason')} isRequired />
      </div>
    </Form>
  );
}
