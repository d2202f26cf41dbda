import type { InformationCategory } from './categories.js';
import type { NeedToKnow } from './need-to-know.js';
import type { Profession } from './professions.js';

/** A case that someone reaches, with the categories for which their agency has a live basis. */
export interface Place {
  readonly caseId: string;
  readonly householdId: string;
  readonly shared: readonly InformationCategory[];
}

/** A seat on a case, live now: for which agency, as what, and whether its holder is key person. */
export interface ActorSeat extends Place {
  readonly agencyId: string;
  readonly profession: Profession;
  readonly isKeyPerson: boolean;
}

/** A session held without consent to which someone was invited, and what its statute lets its members speak of. */
export interface ActorMeeting {
  readonly caseId: string;
  readonly householdId: string;
  readonly sessionId: string;
  readonly covers: readonly InformationCategory[];
  readonly profession: Profession;
  readonly isKeyPerson: boolean;
}

/** A person who acts, with everything the rules ask about them, as the database described it at one instant. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly sessionId: string | null;
  readonly postings: readonly { readonly agencyId: string; readonly profession: Profession }[];
  readonly seats: readonly ActorSeat[];
  readonly meetings: readonly ActorMeeting[];
  /** Agencies a manager answers for: their own and those below. Empty for others. */
  readonly managedAgencyIds: readonly string[];
  /** Cases led by, or with a seat of, a managed agency. */
  readonly overseen: readonly Place[];
  /** The municipality's need-to-know table, as it stands. */
  readonly needToKnow: NeedToKnow;
}

/** A part of the product that acts by itself, by name, with its own narrow grants. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: 'system:live' | 'system:setup';
}

export type Actor = StaffActor | SystemActor;

/** How an actor is written in the trail and told to the database. */
export const actorName = (actor: Actor) => (actor.kind === 'staff' ? actor.staffId : actor.name);
