import type { StaffActor } from './actor.js';
import { AS_CHAIR, AS_CONCERNED, AS_MANAGER, AS_PARTICIPANT, AS_STAFF, grant, type Because } from './grant.js';
import { unique } from './groups.js';
import type { Conditions, Grant } from './rules.js';
import { OF_A_SERIES } from './subjects.js';

/*
 * A series of meetings shows its participants when and where it meets, who is asked and who came, and items that are about nobody's case.
 * Whatever is about a case on its agenda stays under the rules of that case: no grant here reaches a row that names one.
 */

/** The trail of what belongs to no case and to no meeting: the life of the system. */
export const trailWithoutCase: Conditions = { caseId: null, seriesId: null };

/** What someone reads and does because of the meetings that they take part in, lead or answer for. */
export function inSeries(actor: StaffActor): Grant[] {
  const { staffId, series, managedSeriesIds } = actor;
  const runs = series.filter((membership) => membership.runs).map((membership) => membership.seriesId);
  return [
    ...reading(AS_PARTICIPANT, unique(series.map((membership) => membership.seriesId))),
    ...reading(AS_MANAGER, managedSeriesIds),
    ...asGuest(actor),
    ...starting(actor),
    ...leading(AS_CHAIR, runs),
    ...leading(AS_MANAGER, managedSeriesIds),
    ...running(runs),
    ...(series.length > 0
      ? [grant(AS_PARTICIPANT, 'add', 'AgendaItem', { caseId: null, seriesId: { $in: series.map((membership) => membership.seriesId) } })]
      : []),
    grant(AS_CONCERNED, 'answer', 'Invitation', { caseId: null, staffId }),
    grant(AS_CONCERNED, 'answer', 'MinutesConfirmation', { caseId: null, staffId }),
    grant(AS_CONCERNED, 'write', 'MinutesCorrection', { caseId: null, staffId }),
  ];
}

function reading(because: Because, ids: readonly string[]): Grant[] {
  if (ids.length === 0) return [];
  const seriesId = { $in: ids };
  return [
    grant(because, 'read', 'MeetingSeries', { id: seriesId }),
    ...(['SeriesMember', 'SeriesTarget', 'TargetReport', 'Recurrence', 'PlannedSession'] as const).map((subject) =>
      grant(because, 'read', subject, { seriesId }),
    ),
    grant(because, 'report', 'SeriesTarget', { seriesId }),
    ...OF_A_SERIES.map((subject) => grant(because, 'read', subject, { caseId: null, seriesId })),
  ];
}

/** A guest or a delegate reads of the session that they are asked to, and of no other. */
function asGuest({ guestOf }: StaffActor): Grant[] {
  if (guestOf.length === 0) return [];
  const sessionId = { $in: guestOf.map((guest) => guest.sessionId) };
  const ofTheSession = OF_A_SERIES.filter((subject) => subject !== 'ConferenceSession' && subject !== 'Note');
  return [
    grant(AS_PARTICIPANT, 'read', 'MeetingSeries', { id: { $in: unique(guestOf.map((guest) => guest.seriesId)) } }),
    grant(AS_PARTICIPANT, 'read', 'ConferenceSession', { caseId: null, id: sessionId }),
    ...ofTheSession.map((subject) => grant(AS_PARTICIPANT, 'read', subject, { caseId: null, sessionId })),
  ];
}

/** A series is started for an agency by those who work for it, or answer for it. */
function starting({ postings, managedAgencyIds }: StaffActor): Grant[] {
  const agencyId = { $in: unique([...postings.map((posting) => posting.agencyId), ...managedAgencyIds]) };
  return [grant(AS_STAFF, 'start', 'MeetingSeries', { agencyId })];
}

function leading(because: Because, ids: readonly string[]): Grant[] {
  if (ids.length === 0) return [];
  return [
    ...(['administer', 'convene'] as const).map((action) => grant(because, action, 'MeetingSeries', { id: { $in: ids } })),
    grant(because, 'set', 'SeriesTarget', { seriesId: { $in: ids } }),
  ];
}

/** The chair and the recorder run a session; they settle an item of a case as well, where they may read it. */
function running(ids: readonly string[]): Grant[] {
  if (ids.length === 0) return [];
  const seriesId = { $in: ids };
  return [
    grant(AS_CHAIR, 'run', 'ConferenceSession', { seriesId }),
    grant(AS_CHAIR, 'mark', 'Invitation', { seriesId }),
    grant(AS_CHAIR, 'settle', 'AgendaItem', { seriesId }),
    grant(AS_CHAIR, 'takeOff', 'CaseloadEntry', { seriesId }),
  ];
}
