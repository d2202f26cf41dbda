import type { EntityManager, EntityTarget } from 'typeorm';
import type { Type } from './shape.js';
import type { Span } from '../calendar/coming.js';
import type { Office } from '../calendar/office.js';
import { diariesOf, officeOf, type Busy } from './diaries.js';

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
    return this.manager.query<Elsewhere[]>(
      'select id, case_id as "caseId", key_person_id as "keyPersonId" from other_parties_like($1, $2, $3)',
      [kana, bornOn, agencyId],
    );
  }

  /**
   * Rows that a function of the database changes past what the actor may see, as they then stand. The verb records each; whoever may not
   * read the row does not read its entry either.
   */
  async changed<T extends object>(type: Type<T>, call: 'bring_back($1)' | 'leave_unsettled($1)', id: string): Promise<T[]> {
    const target = type as EntityTarget<object>;
    const { columns } = this.manager.connection.getMetadata(target);
    const rows = await this.manager.query<Record<string, unknown>[]>(`select * from ${call}`, [id]);
    return rows.map(
      (row) =>
        this.manager.create(target, Object.fromEntries(columns.map((column) => [column.propertyName, row[column.databaseName]]))) as T,
    );
  }

  /** The next session of a series that has been convened and not opened. */
  async nextSessionOf(seriesId: string): Promise<string | null> {
    const [row] = await this.manager.query<{ id: string | null }[]>('select next_session_of($1) as id', [seriesId]);
    return row!.id;
  }

  /** The case with a number, for an information officer or a manager who oversees it; `null` for anybody else. */
  async caseToKeep(number: string): Promise<string | null> {
    const [row] = await this.manager.query<{ id: string | null }[]>('select case_to_keep($1) as id', [number]);
    return row!.id;
  }

  /** Erases the words of a case whose disposal this actor has just carried out: which kinds of row, and how many of each. */
  async eraseWords(caseId: string): Promise<string[]> {
    const [row] = await this.manager.query<{ erased: string[] }[]>('select erase_words($1) as erased', [caseId]);
    return row!.erased;
  }

  /** When the offices of the municipality of an agency are closed. */
  office(agencyId: string): Promise<Office> {
    return officeOf((sql, values) => this.manager.query(sql, [...values]), agencyId);
  }

  /** When people work, are away or meet, between two instants. */
  diaries(staffIds: readonly string[], span: Span): Promise<Busy[]> {
    return diariesOf((sql, values) => this.manager.query(sql, [...values]), staffIds, span);
  }

  private async fact(call: string, values: readonly string[]): Promise<boolean> {
    const [row] = await this.manager.query<{ fact: boolean }[]>(`select ${call} as fact`, [...values]);
    return row!.fact;
  }
}
