import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { forbidden, invalid } from '../../refusal.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { MeetingKind } from '../meetings/meeting-kind.entity.js';
import { ask, type QuestionInput } from './agenda.js';
import type { AgendaItem } from './agenda-item.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';
import { refuseWithoutConsent } from './kind-of.js';
import { leads, ownSeat } from './under-way.js';

/**
 * Puts someone's question on the agenda of a session. In a meeting over a caseload it names its case, which has to have the basis that the
 * kind requires, or is about nobody's; there it waits to be taken on, unless whoever asks leads the session or the case.
 * `NOT_FOUND` for a case that may not be seen, `CONFLICT` for a closed one or one without its basis, `FORBIDDEN` beyond one's own work.
 */
export async function propose(work: Work, session: ConferenceSession, question: QuestionInput): Promise<AgendaItem> {
  if (session.caseId) return ask(work, session, question, ownSeat(work, refuseAnother(session.caseId, question)).agencyId);
  const kind = await work.scope.one(MeetingKind, session.kindId);
  const caseId = question.caseId ?? null;
  const takenOnAt = !kind.takesProposals || leads(work, session, caseId) ? work.now : null;
  if (!caseId) return ask(work, session, { ...question, takenOnAt }, ownMembership(work, session, question));
  refuseClosed(await work.scope.one(SupportCase, caseId));
  const { agencyId } = ownSeat(work, caseId);
  await refuseWithoutConsent(work, caseId, kind);
  return ask(work, session, { ...question, takenOnAt }, agencyId, caseId);
}

/** The case of a session, which its questions need not name. `INVALID` at `input.caseId` where one names another. */
function refuseAnother(caseId: string, question: QuestionInput): string {
  if (!question.caseId || question.caseId === caseId) return caseId;
  throw invalid('input.caseId', 'NOT_ALLOWED', { ja: 'この回は別のケースの会議です。', en: 'This session is about another case.' });
}

/** The agency for which someone takes part in a series. What is about nobody's case has no category of information. */
function ownMembership(work: Work, { seriesId }: ConferenceSession, { category }: QuestionInput): string {
  if (category !== COORDINATION)
    throw invalid('input.category', 'NOT_ALLOWED', {
      ja: 'ケースを選ばない議題では、情報区分を扱えません。',
      en: 'An item without a case cannot be of a category of information.',
    });
  const membership = work.staff.series.find((held) => held.seriesId === seriesId);
  if (membership) return membership.agencyId;
  throw forbidden({ ja: 'これができるのはこの定例会議の参加者だけです。', en: 'Only members of the series may do this.' });
}
