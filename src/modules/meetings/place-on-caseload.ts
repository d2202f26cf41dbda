import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { refuseEnded } from '../conference/call.js';
import { refuseWithoutConsent } from '../conference/kind-of.js';
import { CaseloadEntry } from './caseload-entry.entity.js';
import { MeetingKind } from './meeting-kind.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';

@InputType()
export class PlaceOnCaseloadInput {
  @Field(() => Uuid) seriesId: string;
  @Field(() => Uuid) caseId: string;
}

@InputType()
export class TakeOffCaseloadInput {
  @Field(() => Uuid) entryId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

/**
 * Places a case on the caseload of a series, as people on the case may. Nobody sees more of the case through it. `CONFLICT` when it is there
 * already, is closed, or lacks the consent that the kind of meeting requires.
 */
export async function placeOnCaseload(work: Work, input: PlaceOnCaseloadInput): Promise<CaseloadEntry> {
  const { seriesId, caseId } = input;
  const series = await work.scope.one(MeetingSeries, seriesId);
  const supportCase = await work.lock(SupportCase, caseId);
  work.must('place', { caseId }, CaseloadEntry);
  refuseClosed(supportCase);
  refuseEnded(series);
  await refuseWithoutConsent(work, caseId, await work.scope.one(MeetingKind, series.kindId));
  const entry = await work.insert(CaseloadEntry, {
    caseId,
    seriesId,
    category: COORDINATION,
    staffId: work.staff.staffId,
    since: work.now,
    until: null,
  });
  work.record('caseload.case-placed', entry);
  return entry;
}

/** Takes a case off the caseload of a series, with a reason, as its key person or those who lead the series. `CONFLICT` when it is off already. */
export async function takeOffCaseload(work: Work, input: TakeOffCaseloadInput): Promise<CaseloadEntry> {
  const entry = await work.lock(CaseloadEntry, input.entryId, input.version);
  work.must('takeOff', entry);
  if (entry.until !== null) throw conflict({ ja: 'すでに外されています。', en: 'It is off the caseload already.' });
  const reasonId = await explain(work, { caseId: entry.caseId, category: entry.category }, 'REASON', input.reason);
  await work.save(entry, { until: work.now });
  work.record('caseload.case-taken-off', entry, { reasonId });
  return entry;
}
