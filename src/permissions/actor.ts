import type { InformationCategory } from './categories.js';
import type { NeedToKnow } from './need-to-know.js';
import type { Profession } from './professions.js';
import type { TokenScope } from './token-scope.js';

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

/** A live membership of a series of meetings: for which agency, and whether as its chair or recorder. */
export interface ActorSeries {
  readonly seriesId: string;
  readonly agencyId: string;
  readonly runs: boolean;
}

/** A session of a series to which someone is asked without being a member of it. */
export interface ActorGuest {
  readonly seriesId: string;
  readonly sessionId: string;
}

/** Why someone looks where they otherwise may not: in an emergency (緊急閲覧), or as a manager with a stated purpose. */
export const ACCESS_KINDS = ['BREAK_GLASS', 'OVERSIGHT'] as const;

/** An extraordinary access that lives now: it opens exactly these categories of exactly this case, for reading. */
export interface LiveAccess {
  readonly accessId: string;
  readonly kind: (typeof ACCESS_KINDS)[number];
  readonly caseId: string;
  readonly householdId: string;
  readonly categories: readonly InformationCategory[];
  /** How long until it ends by itself, by the database's clock. */
  readonly leftMs: number;
}

/** A person who acts, with everything the rules ask about them, as the database described it at one instant. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly sessionId: string | null;
  /** The session or token that they act with; `null` where the product itself describes them. */
  readonly credentialId?: string | null;
  /** How far their token reaches; none for a session. */
  readonly scope?: TokenScope | null;
  readonly postings: readonly { readonly agencyId: string; readonly profession: Profession }[];
  readonly seats: readonly ActorSeat[];
  readonly meetings: readonly ActorMeeting[];
  readonly series: readonly ActorSeries[];
  readonly guestOf: readonly ActorGuest[];
  /** Series whose host is a managed agency. */
  readonly managedSeriesIds: readonly string[];
  /** Agencies a manager answers for: their own and those below. Empty for others. */
  readonly managedAgencyIds: readonly string[];
  /** Cases led by, or with a seat of, a managed agency. */
  readonly overseen: readonly Place[];
  readonly extraordinary: readonly LiveAccess[];
  /** Every extraordinary access that was ever theirs, with the notes of why and of how it was judged. */
  readonly ownAccesses: { readonly accessIds: readonly string[]; readonly noteIds: readonly string[] };
  /** The municipality's need-to-know table, as it stands. */
  readonly needToKnow: NeedToKnow;
}

/** A part of the product that acts by itself, by name, with its own narrow grants. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: 'system:live' | 'system:setup' | 'system:access-log' | 'system:mail' | 'system:ledger';
}

export type Actor = StaffActor | SystemActor;

/** The session or token with which somebody acts: written beside their name wherever that is kept. */
export const credentialOf = (actor: Actor): string | null => (actor.kind === 'staff' ? (actor.credentialId ?? null) : null);

/** How an actor is written in the trail and told to the database. */
export const actorName = (actor: Actor) => (actor.kind === 'staff' ? actor.staffId : actor.name);
