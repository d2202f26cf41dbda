import { v7 as newId } from 'uuid';
import type { Database } from '../../database/database.js';

/** An open transaction of the post office. */
export interface Ledger {
  query<Rows = unknown>(sql: string, values?: unknown[]): Promise<Rows>;
}

/** The post office acts by itself, by name. */
export const POST = { kind: 'system', name: 'system:mail' } as const;

/** Something to be mailed to somebody: about an entry, a day, or a session. */
export interface Letter {
  readonly id: string;
  readonly staffId: string;
  readonly kind: 'NOTICE' | 'REMINDER' | 'REQUEST' | 'CANCEL' | 'LINK';
  readonly seq: number | null;
  readonly aboutOn: string | null;
  readonly sessionId: string | null;
  /** The name of the meeting in calendars. */
  readonly uid: string | null;
  readonly sequence: number | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly fingerprint: string | null;
  readonly tries: number;
}

/** A letter as it is written; what it is not about is left out. */
export type NewLetter = Pick<Letter, 'staffId' | 'kind'> & Partial<Letter>;

const COLUMNS = `id, staff_id as "staffId", kind, seq::float8 as seq, about_on::text as "aboutOn", session_id as "sessionId", uid, sequence,
  starts_at as "startsAt", ends_at as "endsAt", fingerprint, tries`;

/** How long whoever took a letter has to send it; then it is taken for left behind by a process that ended, and sent again. */
const LEASE = '5 minutes';
/** How long the mail server is left alone when it was not there. */
const PAUSE = '2 minutes';
const MOST_DOUBLINGS = 8;
const LONGEST_WAIT_MINUTES = 240;

/** Writes letters; one that is written already stays as it is. */
export async function write(manager: Ledger, letters: readonly NewLetter[]): Promise<void> {
  for (const { staffId, kind, ...about } of letters)
    await manager.query(
      `insert into mail_letter (id, staff_id, kind, seq, about_on, session_id, uid, sequence, starts_at, ends_at, fingerprint)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        newId(),
        staffId,
        kind,
        about.seq,
        about.aboutOn,
        about.sessionId,
        about.uid,
        about.sequence,
        about.startsAt,
        about.endsAt,
        about.fingerprint,
      ],
    );
}

/** What has been written, what is to be sent, and what became of it. */
export class Letters {
  constructor(private readonly database: Database) {}

  /** Takes letters whose time has come, each for one process alone. */
  take(most: number): Promise<Letter[]> {
    return this.change<Letter>(
      `update mail_letter set status = 'SENDING', tries = tries + 1, next_try_at = tsunagi_now() + interval '${LEASE}'
        where id in (select id from mail_letter where status in ('WAITING', 'SENDING') and next_try_at <= tsunagi_now()
                      order by next_try_at, id limit $1 for update skip locked)
       returning ${COLUMNS}`,
      [most],
    );
  }

  /** How many are still to go out. */
  async waiting(): Promise<number> {
    const [{ count } = { count: 0 }] = await this.database.read<{ count: number }>(
      POST,
      `select count(*)::int as count from mail_letter where status in ('WAITING', 'SENDING')`,
      [],
    );
    return count;
  }

  sent({ id }: Letter): Promise<unknown> {
    return this.change(`update mail_letter set status = 'SENT', sent_at = tsunagi_now(), problem = null where id = $1`, [id]);
  }

  /** It is not for its reader any more. */
  drop({ id }: Letter): Promise<unknown> {
    return this.change(`update mail_letter set status = 'DROPPED' where id = $1`, [id]);
  }

  /** It could not be sent, and is tried again: after two minutes, four, eight … up to four hours. */
  async later({ id, tries }: Letter, problem: string): Promise<void> {
    const minutes = Math.min(2 ** Math.min(tries, MOST_DOUBLINGS), LONGEST_WAIT_MINUTES);
    await this.change(
      `update mail_letter set status = 'WAITING', problem = $2, next_try_at = tsunagi_now() + make_interval(mins => $3)
        where id = $1 and status = 'SENDING'`,
      [id, problem, minutes],
    );
  }

  /** It was taken up and then not tried. */
  putBack({ id }: Letter): Promise<unknown> {
    return this.change(
      `update mail_letter set status = 'WAITING', tries = tries - 1, next_try_at = tsunagi_now() + interval '${PAUSE}' where id = $1 and status = 'SENDING'`,
      [id],
    );
  }

  /** It will never be sent. */
  fail({ id }: Pick<Letter, 'id'>, problem: string): Promise<unknown> {
    return this.change(`update mail_letter set status = 'FAILED', problem = $2 where id = $1`, [id, problem]);
  }

  private change<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.write(POST, async (manager) => {
      const [rows] = await manager.query<[Row[], number]>(sql, [...values]);
      return rows;
    });
  }
}
