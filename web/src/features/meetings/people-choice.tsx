import { useState } from 'react';
import { AnyOf } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { finds } from '../../words/find';
import { useWords } from '../../words/language';
import type { Posted } from './postings';
import { seriesWords } from './series-words';

const MOST = 24;

interface PeopleChoiceProps {
  readonly label: string;
  readonly people: readonly Posted[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly fault?: string | null | false;
}

/** Several people out of many: those chosen stay in sight, the others are found by name, reading or agency. */
export function PeopleChoice({ label, people, value, onChange, fault }: PeopleChoiceProps) {
  const w = useWords(seriesWords);
  const [search, setSearch] = useState('');
  const shown = people.filter((one) => value.includes(one.value) || finds(search, [one.label, one.kana]));
  const few = [...shown.filter((one) => value.includes(one.value)), ...shown.filter((one) => !value.includes(one.value)).slice(0, MOST)];
  return (
    <div className="flex flex-col gap-3">
      <AnyOf
        label={label}
        choices={few}
        value={value}
        onChange={onChange}
        fault={fault}
        hint={few.length < shown.length ? w.moreFound : w.chosenCount(value.length)}
      />
      <div className="max-w-md">
        <TextField label={w.search} value={search} onChange={setSearch} />
      </div>
    </div>
  );
}
