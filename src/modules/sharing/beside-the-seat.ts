import { selectionFor } from '../../database/selection.js';
import type { ResolverDoor } from '../../graphql/door.js';
import type { StandingAccess, StandingMembership } from '../../permissions/sight.js';
import type { InformationCategory } from '../cases/category.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { TrailEntry } from '../responsibility/trail-entry.view.js';
import type { Looker } from './standpoint.js';

/* What shows something of a case beside a seat, at any instant, as the trail sealed it. */

const ENTRY = selectionFor({ kind: true, aboutId: true, confinedTo: true, state: true, data: true });
const SESSION = selectionFor({ id: true, number: true, covers: true, status: true });

type Entry = Required<Pick<TrailEntry, 'kind' | 'aboutId' | 'confinedTo' | 'state' | 'data'>>;

async function entriesAt(door: ResolverDoor, caseId: string, aboutType: string, instant: Date): Promise<Entry[]> {
  const where = { caseId, aboutType, at: { $lte: instant.toISOString() } };
  return (await door.select<TrailEntry>(TrailEntry, ENTRY, { where, order: ['seq'], whole: true })) as Entry[];
}

const fact = (facts: Entry['state'], name: string) => facts.find((one) => one.name === name)?.value ?? null;

/** The extraordinary accesses of someone to a case that lived at an instant; everyone on the case may know of them. */
export async function accessesAt(door: ResolverDoor, { caseId, staffId }: Looker, instant: Date): Promise<StandingAccess[]> {
  const entries = await entriesAt(door, caseId, 'ExtraordinaryAccess', instant);
  const begun = entries.filter(({ kind, state }) => kind === 'access.begun' && fact(state, 'staffId') === staffId);
  return begun.flatMap(({ aboutId, data }) => {
    const { state } = entries.findLast((entry) => entry.aboutId === aboutId)!;
    const until = new Date(fact(state, 'until')!);
    if (until <= instant || fact(state, 'endedAt') !== null) return [];
    const categories = JSON.parse(fact(data, 'categories')!) as InformationCategory[];
    return [{ kind: fact(state, 'kind') as StandingAccess['kind'], categories, until: momentOf(until) }];
  });
}

/** The sessions under a statute to which someone had been invited by then, as far as whoever asks may know of these. */
export async function membershipsAt(door: ResolverDoor, { caseId, staffId }: Looker, instant: Date): Promise<StandingMembership[]> {
  const invitations = await entriesAt(door, caseId, 'Invitation', instant);
  const invitedTo = invitations.flatMap(({ confinedTo, state }) => (confinedTo && fact(state, 'staffId') === staffId ? [confinedTo] : []));
  if (invitedTo.length === 0) return [];
  const sessions = await door.select(ConferenceSession, SESSION, { where: { id: { $in: invitedTo } }, order: ['number'] });
  return sessions.filter(({ status }) => status !== 'CANCELLED').map(({ id, number, covers }) => ({ sessionId: id, number, covers }));
}

/** An instant as the clocks in Japan show it: `2026-11-21 14:05`. */
const momentOf = (instant: Date) => instant.toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' }).slice(0, 16);
