/** A made-up world, as plain data: who works where, what cases there are, who sits on them, on which basis, and every row that there is to see. */
export interface World {
  readonly seed: number;
  /** The instant at which its clock stands still. */
  readonly now: Date;
  readonly agencies: readonly Agency[];
  readonly people: readonly Person[];
  readonly cases: readonly Case[];
  readonly cells: readonly Cell[];
  /** Everything that someone could see, by the type under which the product knows it. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Entries that are added to the trail while everybody watches. */
  readonly later: readonly Row[];
}

export interface Agency {
  readonly id: string;
  readonly parentId: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly postings: readonly Posting[];
}

export interface Posting {
  readonly agencyId: string;
  readonly profession: string;
  readonly since: string;
  readonly until: string | null;
}

export interface Case {
  readonly id: string;
  readonly householdId: string;
  readonly leadAgencyId: string;
  readonly seats: readonly Seat[];
  readonly terms: readonly { readonly seatId: string; readonly until: Date | null }[];
  readonly bases: readonly Basis[];
}

export interface Seat {
  readonly id: string;
  readonly staffId: string;
  readonly agencyId: string;
  readonly profession: string;
  readonly until: Date | null;
}

export interface Basis {
  readonly agencyId: string;
  readonly provision: string;
  readonly categories: readonly string[];
  readonly since: Date;
  readonly until: Date | null;
  /** When it was withdrawn or ended before its time. */
  readonly endedAt: Date | null;
}

/** A cell of the need-to-know table that the municipality set otherwise than the page that ships. */
export interface Cell {
  readonly profession: string;
  readonly about: string;
  readonly level: string;
  readonly since: Date;
  readonly until: Date | null;
}

/** A row of any type; entries of the trail are known by their number, everything else by its id. */
export interface Row {
  readonly type: string;
  readonly id: string;
  readonly caseId?: string | null;
  readonly householdId?: string;
  readonly category?: string;
  readonly kind?: string | null;
  readonly staffId?: string | null;
  readonly agencyId?: string | null;
  readonly status?: string;
  readonly aboutType?: string;
  readonly actorId?: string | null;
  readonly [column: string]: unknown;
}

export const rowsOf = (world: World, type: string): readonly Row[] => world.rows.get(type) ?? [];

/** The day in Japan of an instant. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
