import { inEnglish, ROW_NAMES } from '../../permissions/names.js';
import type { Sentence } from '../../refusal.js';
import type { MeetingKind } from '../meetings/meeting-kind.entity.js';
import type { Agency } from '../people/agency.entity.js';
import type { Profession } from '../people/posting.entity.js';
import type { Invitation } from './invitation.entity.js';

/** How a mandatory member stands: before the day by what they answered, on the day by whether they came. */
export const STANDINGS = ['NOT_INVITED', 'UNANSWERED', 'WILL_COME', 'WILL_NOT_COME', 'CAME', 'DID_NOT_COME'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A profession or an agency that has to be there, and how it stands: the best of those asked for it. */
export interface Mandatory {
  readonly profession: keyof typeof Profession | null;
  readonly agencyId: string | null;
  readonly standing: Standing;
}

type Asked = Pick<Invitation, 'id' | 'profession' | 'agencyId' | 'status' | 'attendance' | 'insteadOfId'>;
type Needs = Pick<MeetingKind, 'mandatoryProfessions' | 'mandatoryAgencyIds'>;

/** From the best to the worst: one who came is enough, whoever else of them did not. */
const BEST_FIRST: readonly Standing[] = ['CAME', 'WILL_COME', 'UNANSWERED', 'WILL_NOT_COME', 'DID_NOT_COME'];

/** How everyone stands whom a kind of meeting cannot do without. Whoever stands in for somebody counts as them. */
export function standingOf(kind: Needs, invitations: readonly Asked[]): Mandatory[] {
  const of = (isOne: (invitation: Asked) => boolean): Standing => {
    const theirs = invitations.filter((invitation) => isOne(originally(invitation, invitations)));
    return BEST_FIRST.find((standing) => theirs.some((invitation) => standingOfOne(invitation) === standing)) ?? 'NOT_INVITED';
  };
  return [
    ...kind.mandatoryProfessions.map((profession) => ({
      profession,
      agencyId: null,
      standing: of((one) => one.profession === profession),
    })),
    ...kind.mandatoryAgencyIds.map((agencyId) => ({ profession: null, agencyId, standing: of((one) => one.agencyId === agencyId) })),
  ];
}

const originally = (invitation: Asked, all: readonly Asked[]): Asked =>
  all.find((other) => other.id === invitation.insteadOfId) ?? invitation;

export const attended = ({ attendance }: Pick<Invitation, 'attendance'>) => attendance === 'PRESENT' || attendance === 'LATE';

function standingOfOne(invitation: Asked): Standing {
  if (attended(invitation)) return 'CAME';
  if (invitation.attendance !== null) return 'DID_NOT_COME';
  return ({ INVITED: 'UNANSWERED', ACCEPTED: 'WILL_COME', DECLINED: 'WILL_NOT_COME', DELEGATED: 'WILL_NOT_COME' } as const)[
    invitation.status
  ];
}

/** How many have come, and how many of those asked have to; a delegate and whom they stand in for are one. */
export function quorumOf(
  { quorumPercent }: Pick<MeetingKind, 'quorumPercent'>,
  invitations: readonly Asked[],
): { came: number; needed: number } {
  const asked = invitations.filter((invitation) => invitation.insteadOfId === null).length;
  return { came: invitations.filter(attended).length, needed: Math.ceil((asked * (quorumPercent ?? 0)) / 100) };
}

/** The mandatory member by name: an agency, or whoever is posted as something. */
export function whoIs({ profession, agencyId }: Mandatory, agencies: readonly Agency[]): Sentence {
  if (profession) return { ja: ROW_NAMES[profession], en: inEnglish(profession) };
  const name = agencies.find((agency) => agency.id === agencyId)?.name ?? '—';
  return { ja: name, en: name };
}
