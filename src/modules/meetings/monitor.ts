import type { Wanted } from '../../database/selection.js';
import type { ConferenceSession } from '../conference/conference-session.entity.js';
import { standingOf } from '../conference/mandatory.js';
import type { Decision } from '../conference/decision.entity.js';
import { wholePeriods, type Period } from './cadence.js';
import type { MeetingKind } from './meeting-kind.entity.js';

/** What the monitor reads of each session, in one statement and under the reader's rules: what they may not see is not counted. */
export const MONITORED: Wanted = {
  id: true,
  status: true,
  startsAt: true,
  openedAt: true,
  closedAt: true,
  meetingKind: { mandatoryProfessions: true, mandatoryAgencyIds: true },
  invitations: { id: true, profession: true, agencyId: true, status: true, attendance: true, insteadOfId: true },
  agenda: {
    kind: true,
    because: true,
    outcome: true,
    minutesPlanned: true,
    begunAt: true,
    settledAt: true,
    decisions: { id: true, dueOn: true, task: { status: true, dueOn: true, finishedAt: true } },
  },
};

/** What became of one session. */
export interface Held {
  readonly sessionId: string;
  readonly status: ConferenceSession['status'];
  readonly startsAt: Date;
  readonly minutesTaken: number | null;
  readonly items: number;
  readonly cameBack: number;
  readonly decided: number;
  readonly carriedOver: number;
  readonly decisions: number;
  readonly doneInTime: number;
  readonly doneLate: number;
  readonly overdue: number;
  readonly mandatoryCame: boolean | null;
}

/** How often a meeting was held in a period for which so many times are promised. */
export interface Kept extends Period {
  readonly promised: number;
  readonly held: number;
}

const MINUTE_MS = 60_000;
const LEFT = ['CARRIED_OVER', 'DEFERRED', 'UNSETTLED'];
const dayInJapan = (moment: Date | string) => new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });

/** One session in figures, as of a day. */
export function heldOf(session: ConferenceSession, today: string): Held {
  const items = session.agenda ?? [];
  const decisions = items.flatMap((item) => item.decisions ?? []);
  const came = (which: (item: (typeof items)[number]) => boolean) => items.filter(which).length;
  const became = (what: Became) => decisions.filter((decision) => becameOf(decision, today) === what).length;
  return {
    sessionId: session.id,
    status: session.status,
    startsAt: session.startsAt,
    minutesTaken: minutesOf(session),
    items: items.length,
    cameBack: came((item) => item.because !== null && item.kind !== 'CASELOAD'),
    decided: came((item) => item.outcome === 'DECIDED'),
    carriedOver: came((item) => LEFT.includes(item.outcome ?? '')),
    decisions: decisions.length,
    doneInTime: became('DONE_IN_TIME'),
    doneLate: became('DONE_LATE'),
    overdue: became('OVERDUE'),
    mandatoryCame: mandatoryCame(session),
  };
}

type Became = 'DONE_IN_TIME' | 'DONE_LATE' | 'OVERDUE' | 'OPEN';

/** What became of a decision by the deadline that it named, whatever was postponed since. */
function becameOf({ dueOn, task }: Decision, today: string): Became {
  if (!task) return 'OPEN';
  if (task.status === 'DONE' && task.finishedAt) return dayInJapan(task.finishedAt) <= dueOn ? 'DONE_IN_TIME' : 'DONE_LATE';
  return dueOn < today && ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'].includes(task.status) ? 'OVERDUE' : 'OPEN';
}

const minutesOf = ({ openedAt, closedAt }: ConferenceSession) =>
  openedAt && closedAt ? Math.round((Date.parse(String(closedAt)) - Date.parse(String(openedAt))) / MINUTE_MS) : null;

/** Whether everyone came without whom it could not decide; `null` for a kind without such members, and before it is over. */
function mandatoryCame({ status, meetingKind, invitations }: ConferenceSession): boolean | null {
  const standing = meetingKind ? standingOf(meetingKind, invitations ?? []) : [];
  if (standing.length === 0 || status !== 'CLOSED') return null;
  return standing.every((one) => one.standing === 'CAME');
}

/** Promised and held, for each whole period between two days. Without a cadence nothing is promised. */
export function keptOf(
  { cadencePer, cadenceTimes }: Pick<MeetingKind, 'cadencePer' | 'cadenceTimes'>,
  held: readonly Held[],
  fromOn: string,
  toOn: string,
): Kept[] {
  if (!cadencePer || !cadenceTimes) return [];
  const days = held.filter(({ status }) => status === 'CLOSED').map(({ startsAt }) => dayInJapan(startsAt));
  return wholePeriods(fromOn, toOn, cadencePer).map((period) => ({
    ...period,
    promised: cadenceTimes,
    held: days.filter((day) => day >= period.fromOn && day <= period.toOn).length,
  }));
}
