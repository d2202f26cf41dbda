import type { SealedEntry } from '../trail/tail.js';
import type { Kind } from '../trail/kinds.js';
import type { Person } from './people.js';

/** Kinds of entries that change what people may see, and whom such a change can reach: those around it, or everybody. */
const CHANGES: Readonly<Partial<Record<Kind, 'circle' | 'everybody'>>> = {
  'seat.given': 'circle',
  'seat.ended': 'circle',
  'key-person.began': 'circle',
  'key-person.ended': 'circle',
  'staff.posted': 'circle',
  'posting.ended': 'circle',
  'case.opened': 'circle',
  'case.lead-agency-changed': 'circle',
  'agency.added': 'circle',
  'series.started': 'circle',
  'series.ended': 'circle',
  'series.member-added': 'circle',
  'series.member-ended': 'circle',
  'session.convened': 'circle',
  'session.cancelled': 'circle',
  'invitation.sent': 'circle',
  'invitation.declined': 'circle',
  'invitation.withdrawn': 'circle',
  'consent.recorded': 'circle',
  'consent.withdrawn': 'circle',
  'basis.recorded': 'circle',
  'basis.ended': 'circle',
  'access.begun': 'circle',
  'access.ended': 'circle',
  'access.reviewed': 'circle',
  'need-to-know.changed': 'everybody',
};

/**
 * Those of these people whose sight an entry may have changed; nobody, where it changes nobody's. Wide on purpose: whoever is named by the
 * entry, works for or answers for an agency that it names, reached its case or series before, watches it, or is not known well enough to say.
 */
export function concerned(entry: SealedEntry, people: readonly Person[]): readonly Person[] {
  const change = CHANGES[entry.kind as Kind];
  if (!change) return [];
  return change === 'everybody' ? people : people.filter(isIn(entry));
}

function isIn(entry: SealedEntry): (person: Person) => boolean {
  const places = [entry.caseId, entry.seriesId, entry.sessionId].filter((id) => id !== null);
  const named = new Set<unknown>([entry.actorId, entry.aboutId, ...entry.to, ...factsOf(entry)]);
  return ({ description, sockets }) =>
    description === null ||
    description.names.some((name) => named.has(name)) ||
    places.some((id) => description.reached.has(id)) ||
    [...sockets].some(({ cases, sessions }) => places.some((id) => cases.has(id) || sessions.has(id)));
}

const factsOf = ({ state, data }: SealedEntry) => [...Object.values(state), ...Object.values(data)].flat();
