import { grant } from './grant.js';
import type { Grant } from './rules.js';
import type { SubjectName } from './subjects.js';

/** What a ledger holds, and what has to be known to take one in. */
const LEDGER = [
  'Agency',
  'Staff',
  'Posting',
  'LedgerTransfer',
  'SupportCase',
  'Household',
  'HouseholdMember',
  'Schooling',
  'Seat',
  'KeyPersonTerm',
  'Basis',
  'BasisEnd',
  'Consent',
  'Note',
  'Task',
] as const satisfies readonly SubjectName[];

/** What the parts of the product that act by themselves may do, each by its name. */
export function systemRules(name: string): Grant[] {
  const because = { ja: 'システムとして', en: 'as the system itself' };
  if (name === 'system:access-log') return [];
  if (name === 'system:live' || name === 'system:mail') return [grant(because, 'read', 'TrailEntry')];
  if (name === 'system:ledger')
    return [grant(because, 'transfer', 'LedgerTransfer'), ...LEDGER.map((subject) => grant(because, 'read', subject))];
  return (['Agency', 'Staff', 'Posting'] as const).flatMap((subject) => [
    grant(because, 'read', subject),
    grant(because, 'administer', subject),
  ]);
}
