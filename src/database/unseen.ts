import type { EntityManager } from 'typeorm';

/** An other party who may have come to the municipality for themselves, and who has to know. */
export interface Elsewhere {
  readonly id: string;
  readonly caseId: string;
  readonly keyPersonId: string;
}

/**
 * What holds whether or not the actor may see it: verbs act on it, and tell it to nobody but those whom it concerns.
 * Each is a function of the database that answers just this.
 */
export class Unseen {
  constructor(private readonly manager: EntityManager) {}

  /** Whether a household is shielded now: what reaches it is then of the category SAFETY. */
  async isShielded(householdId: string): Promise<boolean> {
    return this.fact('is_shielded($1)', [householdId]);
  }

  /** Whether someone may be connected with the other party of a household, and the key person has not let them take part. */
  async hasOpenConflict(householdId: string, staffId: string): Promise<boolean> {
    return this.fact('has_open_conflict($1, $2)', [householdId, staffId]);
  }

  /** Other parties of shielded households in the municipality of an agency who are read and born like someone. */
  async otherPartiesLike(kana: string, bornOn: string, agencyId: string): Promise<Elsewhere[]> {
    return this.manager.query<Elsewhere[]>(
      'select id, case_id as "caseId", key_person_id as "keyPersonId" from other_parties_like($1, $2, $3)',
      [kana, bornOn, agencyId],
    );
  }

  private async fact(call: string, values: readonly string[]): Promise<boolean> {
    const [row] = await this.manager.query<{ fact: boolean }[]>(`select ${call} as fact`, [...values]);
    return row!.fact;
  }
}
