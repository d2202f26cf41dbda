import type { Span } from '../calendar/coming.js';
import type { Office } from '../calendar/office.js';
import { diariesOf, officeOf, type Busy } from './diaries.js';
import type { Ask } from './transaction.js';

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
  constructor(private readonly ask: Ask) {}

  /** Whether a household is shielded now: what reaches it is then of the category SAFETY. */
  async isShielded(householdId: string): Promise<boolean> {
    return this.fact('is_shielded($1)', [householdId]);
  }

  /** Whether someone has said where their mail goes. */
  async hasMailAddress(staffId: string): Promise<boolean> {
    return this.fact('has_mail_address($1)', [staffId]);
  }

  /** Whether someone may be connected with the other party of a household, and the key person has not let them take part. */
  async hasOpenConflict(householdId: string, staffId: string): Promise<boolean> {
    return this.fact('has_open_conflict($1, $2)', [householdId, staffId]);
  }

  /** Other parties of shielded households in the municipality of an agency who are read and born like someone. */
  async otherPartiesLike(kana: string, bornOn: string, agencyId: string): Promise<Elsewhere[]> {
    return this.ask<Elsewhere>('select id, case_id as "caseId", key_person_id as "keyPersonId" from other_parties_like($1, $2, $3)', [
      kana,
      bornOn,
      agencyId,
    ]);
  }

  /** The next session of a series that has been convened and not opened. */
  async nextSessionOf(seriesId: string): Promise<string | null> {
    const [row] = await this.ask<{ id: string | null }>('select next_session_of($1) as id', [seriesId]);
    return row!.id;
  }

  /** The case with a number, for an information officer or a manager who oversees it; `null` for anybody else. */
  async caseToKeep(number: string): Promise<string | null> {
    const [row] = await this.ask<{ id: string | null }>('select case_to_keep($1) as id', [number]);
    return row!.id;
  }

  /** Erases the words of a case whose disposal this actor has just carried out: which kinds of row, and how many of each. */
  async eraseWords(caseId: string): Promise<string[]> {
    const [row] = await this.ask<{ erased: string[] }>('select erase_words($1) as erased', [caseId]);
    return row!.erased;
  }

  /** When the offices of the municipality of an agency are closed. */
  office(agencyId: string): Promise<Office> {
    return officeOf(this.ask, agencyId);
  }

  /** When people work, are away or meet, between two instants. */
  diaries(staffIds: readonly string[], span: Span): Promise<Busy[]> {
    return diariesOf(this.ask, staffIds, span);
  }

  private async fact(call: string, values: readonly string[]): Promise<boolean> {
    const [row] = await this.ask<{ fact: boolean }>(`select ${call} as fact`, [...values]);
    return row!.fact;
  }
}
