import type { ReactNode } from 'react';
import { useDates, daysUntil } from '../words/dates';
import { useWords } from '../words/language';
import { words } from './words';

const isKana = (part: string) => /^[\u3041-\u3096\u30a1-\u30f6ー]+$/.test(part);
const hiragana = (kana: string) => kana.replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/** A name with its reading above it, part for part where name and reading have as many parts. */
export function Name({ of }: { readonly of: { readonly name: string; readonly kana?: string } | null | undefined }) {
  if (!of) return <>—</>;
  if (!of.kana) return <>{of.name}</>;
  const parts = of.name.split(/[\s\u3000]+/);
  const readings = hiragana(of.kana).split(/[\s\u3000]+/);
  const pairs =
    parts.length === readings.length ? parts.map((part, at) => [part, readings[at]!] as const) : [[of.name, readings.join(' ')] as const];
  return (
    <span className="whitespace-nowrap">
      {pairs.map(([part, reading], at) => (
        <Read key={part} part={part} reading={reading} isFirst={at === 0} />
      ))}
    </span>
  );
}

/** Kana read as they are written. */
function Read({ part, reading, isFirst }: { readonly part: string; readonly reading: string; readonly isFirst: boolean }) {
  const margin = isFirst ? '' : 'ml-1';
  if (isKana(part)) return <span className={margin}>{part}</span>;
  return (
    <ruby className={margin}>
      {part}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  );
}

const BADGES = {
  plain: 'border-solid-gray-536 text-solid-gray-800 bg-white',
  blue: 'border-key-900 text-key-1000 bg-key-50',
  green: 'border-success-2 text-green-900 bg-green-50',
  orange: 'border-warning-orange-2 text-orange-1000 bg-orange-50',
  red: 'border-error-2 text-red-1000 bg-red-50',
} as const;

export function Badge({ look = 'plain', children }: { readonly look?: keyof typeof BADGES; readonly children: ReactNode }) {
  return (
    <span className={`inline-block whitespace-nowrap rounded-full border px-2.5 text-std-16N-170 leading-7 ${BADGES[look]}`}>
      {children}
    </span>
  );
}

/** A calendar day, with the Japanese era for whoever copies it onto a form. */
export function Day({ on, isLong }: { readonly on: string; readonly isLong?: boolean }) {
  const dates = useDates();
  return (
    <time dateTime={on} title={dates.era(on)} className="whitespace-nowrap">
      {dates.day(on)}
      {isLong && <span className="text-solid-gray-700">（{dates.era(on)}）</span>}
    </time>
  );
}

/** A day of birth, as a form asks for it. */
export const Born = ({ on }: { readonly on: string }) => (
  <time dateTime={on} className="whitespace-nowrap">
    {useDates().born(on)}
  </time>
);

/** A deadline: the day, and how near it is while it still matters. */
export function Due({ on, isOpen = true }: { readonly on: string; readonly isOpen?: boolean }) {
  const w = useWords(words);
  const left = daysUntil(on);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Day on={on} />
      {isOpen && left < 0 && <Badge look="red">{w.overdue(-left)}</Badge>}
      {isOpen && left >= 0 && left <= 3 && <Badge look="orange">{w.left(left)}</Badge>}
    </span>
  );
}

interface Owned {
  readonly ownerKind: 'STAFF' | 'AGENCY' | 'CLIENT';
  readonly staff: { readonly name: string; readonly kana: string } | null;
  readonly agency: { readonly name: string } | null;
}

/** Who: a person and their agency, an agency's pool, or the client with who follows up. */
export function Owner({ of: { ownerKind, staff, agency } }: { readonly of: Owned }) {
  const w = useWords(words);
  const isClient = ownerKind === 'CLIENT';
  const who = staff ? <Name of={staff} /> : isClient ? w.client : w.pool;
  return (
    <span className="flex flex-col">
      <span className={staff || isClient ? 'font-bold' : 'font-bold text-orange-1000'}>{who}</span>
      <span className="text-solid-gray-700">{isClient ? w.follows(agency?.name ?? '—') : agency?.name}</span>
    </span>
  );
}
