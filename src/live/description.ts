import { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import { remaining } from '../permissions/alike.js';
import { rulesFor } from '../permissions/rules.js';
import type { SealedEntry } from '../trail/tail.js';

/** What sockets ask the rules about: the other grants of a person are not kept for them. */
const ASKED = new Set(['TrailEntry', 'SupportCase', 'ConferenceSession']);
/** Scopes that a description remembers. */
const MOST_SCOPES = 256;

/** The columns of an entry by which people differ most; within one scope, many are alike. */
export class Scope {
  readonly name: string;
  readonly columns: Readonly<Record<'caseId' | 'seriesId' | 'sessionId' | 'confinedTo', string | null>>;

  constructor({ caseId, seriesId, sessionId, confinedTo }: SealedEntry) {
    this.columns = { caseId, seriesId, sessionId, confinedTo };
    this.name = `${caseId} ${seriesId} ${sessionId} ${confinedTo}`;
  }
}

/** A person as the database described them last. */
export class Description {
  readonly ability: Ability;
  /** Under which names entries reach their inbox: their own, and those of the agencies where they work. */
  readonly addresses: readonly string[];
  /** These, and the agencies that they answer for. */
  readonly names: readonly string[];
  /** The cases and series that they reach by any way. */
  readonly reached: ReadonlySet<string>;
  private readonly likeness = new Map<string, string>();

  constructor(readonly actor: StaffActor) {
    this.ability = new Ability(rulesFor(actor).filter(({ action, subject }) => action === 'read' && ASKED.has(subject)));
    this.addresses = [actor.staffId, ...actor.postings.map(({ agencyId }) => agencyId)];
    this.names = [...this.addresses, ...actor.managedAgencyIds];
    this.reached = new Set([
      ...[...actor.seats, ...actor.meetings, ...actor.overseen, ...actor.extraordinary].map(({ caseId }) => caseId),
      ...[...actor.series, ...actor.guestOf].map(({ seriesId }) => seriesId),
      ...actor.managedSeriesIds,
    ]);
  }

  sees(entry: SealedEntry): boolean {
    return this.ability.can('read', 'TrailEntry', entry);
  }

  /** The same for everybody who is answered alike about entries of this scope. */
  likenessIn(scope: Scope): string {
    const known = this.likeness.get(scope.name);
    if (known !== undefined) return known;
    if (this.likeness.size >= MOST_SCOPES) this.likeness.clear();
    const likeness = remaining(this.ability.grantsTo('read', 'TrailEntry'), scope.columns);
    this.likeness.set(scope.name, likeness);
    return likeness;
  }
}
