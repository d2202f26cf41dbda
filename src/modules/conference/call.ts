import type { Work } from '../../database/work.js';
import { CASE_CONFERENCE } from '../../permissions/meeting-kinds.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { MeetingKind } from '../meetings/meeting-kind.entity.js';
import { MeetingSeries } from '../meetings/meeting-series.entity.js';
import { Conference } from './conference.entity.js';
import { kindNamed, refuseWithoutConsent } from './kind-of.js';
import { ownSeat } from './under-way.js';

/** What a session is called together for: one case, or the next meeting of a series. */
export interface Call {
  readonly caseId: string | null;
  readonly seriesId: string | null;
  readonly conference: Conference | null;
  /** Whether the conference starts with this session. */
  readonly isFirst: boolean;
  readonly kind: MeetingKind;
  readonly agencyId: string;
  readonly place: string | null;
  readonly reason: string | null;
}

interface Called {
  readonly caseId?: string | null;
  readonly seriesId?: string | null;
  readonly kind?: string | null;
}

/**
 * The call behind an input, once it is sure that the person may make it. `INVALID` unless it is for a case or a series, and for a kind
 * that does not fit; `CONFLICT` for a closed case, an ended series, or a kind that needs a consent which is not there.
 */
export async function callOf(work: Work, { caseId, seriesId, kind }: Called): Promise<Call> {
  if (caseId && seriesId) throw invalid('input.seriesId', 'NOT_ALLOWED', ONE_OF_BOTH);
  if (caseId) return forCase(work, caseId, kind ?? CASE_CONFERENCE);
  if (!seriesId) throw invalid('input.caseId', 'REQUIRED', ONE_OF_BOTH);
  if (kind) throw invalid('input.kind', 'NOT_ALLOWED', KIND_OF_SERIES);
  return forSeries(work, seriesId);
}

const ONE_OF_BOTH = {
  ja: '一つのケースか、一つの定例会議を指定してください。',
  en: 'A session is called for one case or for one series of meetings.',
};
const KIND_OF_SERIES = { ja: '種別は定例会議で決まっています。', en: 'The series says which kind of meeting it is.' };

async function forCase(work: Work, id: string, code: string): Promise<Call> {
  const supportCase = await work.lock(SupportCase, id);
  work.must('convene', supportCase);
  refuseClosed(supportCase);
  const { caseId, agencyId } = ownSeat(work, id);
  const kind = await kindNamed(work, code, 'ONE_CASE');
  await refuseWithoutConsent(work, caseId, kind);
  const known = await work.scope.first(Conference, { caseId });
  const conference = known ?? (await work.insert(Conference, { caseId, category: COORDINATION, agencyId, startedAt: work.now }));
  return { caseId, seriesId: null, conference, isFirst: known === null, kind, agencyId, place: null, reason: null };
}

async function forSeries(work: Work, id: string): Promise<Call> {
  const series = await work.lock(MeetingSeries, id);
  work.must('convene', series);
  refuseEnded(series);
  const kind = await work.scope.one(MeetingKind, series.kindId);
  const { agencyId, place, name: reason } = series;
  return { caseId: null, seriesId: id, conference: null, isFirst: false, kind, agencyId, place, reason };
}

/** `CONFLICT` when a series of meetings has ended. */
export function refuseEnded({ until }: MeetingSeries): void {
  if (until !== null) throw conflict({ ja: 'この定例会議は終了しています。', en: 'This series of meetings has ended.' });
}
