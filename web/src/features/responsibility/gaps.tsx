import { Link } from 'wouter';
import { Badge } from '../../ui/facts';
import { Section } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { codes } from '../../words/codes';
import { useWords } from '../../words/language';
import type { Responsibility } from './responsibility';
import { words } from './words';

const LOOKS = {
  OVERDUE: 'red',
  DECLINED: 'red',
  UNACCEPTED: 'orange',
  HANDOVER_PENDING: 'orange',
  NO_NEXT_SESSION: 'blue',
  NO_NEXT_APPOINTMENT: 'blue',
} as const;

/** Where nobody, or nobody in time, answered. */
export function Gaps({ gaps }: { readonly gaps: Responsibility['gaps'] }) {
  const w = useWords(words);
  const names = useWords(codes);
  return (
    <Section title={w.gaps} beside={<Badge look={gaps.length > 0 ? 'red' : 'green'}>{gaps.length}</Badge>}>
      {gaps.length === 0 && <Empty title={w.gapsNone}>{w.gapsText}</Empty>}
      <ul className="flex flex-col divide-y divide-solid-gray-300">
        {gaps.map(({ kind, caseId, caseNumber, days, held }) => (
          <li
            key={`${kind} ${caseId} ${held?.id ?? ''}`}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <Badge look={LOOKS[kind]}>{names.gap[kind]}</Badge>
            {days !== null && <span className="tabular-nums">{w.forDays(days)}</span>}
            <Link href={`/cases/${caseId}`} className="text-key-900 underline hover:bg-key-50">
              {caseNumber}
            </Link>
            <span className="basis-full">
              {held?.what} <span className="text-solid-gray-700">{[held?.staff?.name, held?.agency?.name].filter(Boolean).join('・')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
