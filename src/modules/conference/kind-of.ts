import type { Work } from '../../database/work.js';
import { CONSENT } from '../../permissions/bases.js';
import { conflict, invalid } from '../../refusal.js';
import { MeetingKind } from '../meetings/meeting-kind.entity.js';
import { sharedOn } from '../sharing/shared.js';

/** The kind of meeting with this code, as it stands. `INVALID` at `input.kind` for one that is not there, or is about something else. */
export async function kindNamed(work: Work, code: string, subject: MeetingKind['subject']): Promise<MeetingKind> {
  const kind = await work.scope.first(MeetingKind, { code, until: null });
  if (!kind) throw invalid('input.kind', 'UNKNOWN', { ja: 'この会議の種別はありません。', en: 'There is no such kind of meeting.' });
  if (kind.subject === subject) return kind;
  throw invalid(
    'input.kind',
    'NOT_ALLOWED',
    subject === 'ONE_CASE'
      ? { ja: `${kind.nameJa}は一つのケースの会議ではありません。`, en: `A ${kind.nameEn} is not about one case.` }
      : { ja: `${kind.nameJa}は複数のケースの会議ではありません。`, en: `A ${kind.nameEn} is not about a caseload.` },
  );
}

/** `CONFLICT` for a meeting that needs the client's consent, on a case without it: the sentence names the kinds that do not. */
export async function refuseWithoutConsent(work: Work, caseId: string, kind: MeetingKind): Promise<void> {
  if (!kind.needsConsent) return;
  const { bases } = await sharedOn(work, caseId);
  if (bases.some((basis) => basis.kind === CONSENT && basis.provision === 'PERMIT')) return;
  const instead = await work.scope.find(MeetingKind, { statute: { $ne: null }, until: null }, ['code']);
  throw conflict({
    ja: `${kind.nameJa}には本人の同意が必要です。同意がない間に開けるのは：${instead.map((other) => other.nameJa).join('、')}`,
    en: `A ${kind.nameEn} needs the client’s consent. Without it you can hold a: ${instead.map((other) => other.nameEn).join(', ')}.`,
  });
}
