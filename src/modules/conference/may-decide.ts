import type { Work } from '../../database/work.js';
import type { Matter } from '../../permissions/meeting-kinds.js';
import { conflict } from '../../refusal.js';
import { MeetingKind } from '../meetings/meeting-kind.entity.js';
import { Agency } from '../people/agency.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { quorumOf, standingOf, whoIs } from './mandatory.js';

/**
 * `CONFLICT` for a decision that the kind of meeting does not take, that needs a mandatory member who is not there, or for which too few
 * have come. The sentence says which.
 */
export async function refuseUndecidable(work: Work, session: ConferenceSession, matter: Matter): Promise<void> {
  const kind = await work.scope.one(MeetingKind, session.kindId);
  if (!kind.decides.includes(matter))
    throw conflict({ ja: `${kind.nameJa}では、これを決定できません。`, en: `A ${kind.nameEn} cannot decide this.` });
  const invitations = await work.scope.find(Invitation, { sessionId: session.id, withdrawnAt: null });
  await refuseWithoutMandatory(work, kind, matter, invitations);
  const { came, needed } = quorumOf(kind, invitations);
  if (came < needed)
    throw conflict({
      ja: `決定には${needed}人の出席が必要です（出席を記録した人：${came}人）。`,
      en: `A decision needs ${needed} people; ${came} are noted as present.`,
    });
}

async function refuseWithoutMandatory(work: Work, kind: MeetingKind, matter: Matter, invitations: readonly Invitation[]): Promise<void> {
  if (!kind.needsMandatory.includes(matter)) return;
  const missing = standingOf(kind, invitations).filter((one) => one.standing !== 'CAME');
  if (missing.length === 0) return;
  const agencies = await work.scope.find(Agency, { id: { $in: kind.mandatoryAgencyIds } });
  const names = missing.map((one) => whoIs(one, agencies));
  throw conflict({
    ja: `必ず参加する構成員の出席が記録されていないため、これを決定できません：${names.map((name) => name.ja).join('、')}`,
    en: `This cannot be decided until a mandatory member is noted as present: ${names.map((name) => name.en).join(', ')}.`,
  });
}
