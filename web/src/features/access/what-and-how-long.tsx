import { AnyOf } from '../../ui/choices';
import { Choose } from '../../ui/field';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import { CATEGORIES } from '../sharing/sharing';
import type { Category } from './access';
import { words } from './words';

const MINUTES = [15, 30, 60, 120, 240];
/** What somebody wants to look at, and for how long. */
export interface Wanted {
  readonly categories: readonly Category[];
  readonly minutes: number;
}
export const NOTHING: Wanted = { categories: [], minutes: 30 };

export function WhatAndHowLong({
  wanted,
  onChange,
  fault,
}: {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
  readonly fault?: string | null | false;
}) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <>
      <AnyOf
        label={w.categories}
        value={wanted.categories}
        onChange={(categories) => onChange({ ...wanted, categories })}
        choices={CATEGORIES.map((value) => ({ value, label: names.category[value] }))}
        fault={fault}
      />
      <div className="max-w-48">
        <Choose
          label={w.howLong}
          value={String(wanted.minutes)}
          onChange={(minutes) => onChange({ ...wanted, minutes: Number(minutes) })}
          options={MINUTES.map((minutes) => ({ value: String(minutes), label: w.minutes(minutes) }))}
        />
      </div>
    </>
  );
}
