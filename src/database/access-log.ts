import { v7 as newId } from 'uuid';
import type { StaffActor } from '../permissions/actor.js';
import type { Database } from './database.js';
import type { Reading } from './reading.js';
import { isUnavailable } from './unavailable.js';

/** By which way something left the product: as an answer, as printed minutes, as a list to keep, as an attached file, or in what is handed to the person concerned. */
export const CHANNELS = ['GRAPHQL', 'MINUTES', 'CSV', 'FILE', 'EXPORT'] as const;

/** Which question brought it: the channel, and the name of the field that asked. Never a client's own words. */
export interface Question {
  readonly channel: (typeof CHANNELS)[number];
  readonly operation: string;
}

/** A line of the log. It says which fields were read, never what they said. */
interface Line {
  readonly id: string;
  readonly at: string;
  readonly staff_id: string;
  readonly case_id: string | null;
  readonly about_type: string;
  readonly about_id: string;
  readonly category: string;
  readonly fields: readonly string[];
  readonly channel: Question['channel'];
  readonly operation: string;
  readonly seen_as: string;
  readonly access_id: string | null;
  readonly credential_id: string | null;
}

const WRITER = { kind: 'system', name: 'system:access-log' } as const;
const FLUSH_MS = 200;
/** While the database cannot be used, lines wait, and are tried again so often. */
const AGAIN_MS = 1_000;
/** Lines that wait at most. Beyond that the database is gone for longer than memory can bridge. */
const MOST_WAITING = 20_000;
/** Whoever writes makes room for the months ahead: no job could forget it. */
const ROOM = 'select make_room_in_access_log()';
const INSERT = `
  insert into access_log (id, at, staff_id, case_id, about_type, about_id, category, fields, channel, operation, seen_as, access_id, credential_id)
  select * from jsonb_to_recordset($1::jsonb) as line (id uuid, at timestamptz, staff_id uuid, case_id uuid, about_type text, about_id uuid, category text,
    fields text[], channel text, operation text, seen_as text, access_id uuid, credential_id uuid)
  on conflict do nothing`;

/**
 * Who read what of the restricted categories. A reading only leaves its lines here and goes on: they are written
 * together a moment later, and a line that cannot be written is counted and reported, but nobody's reading fails for it.
 */
export class AccessLog {
  /** Lines that could not be kept since the product started. */
  lost = 0;
  private waiting: Line[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly onLoss: (lines: number, fault?: unknown) => void,
  ) {}

  /** Notes what a reading brought to somebody. Never waits, never throws. */
  note(
    { staffId, credentialId }: StaffActor,
    { at, sights }: Pick<Reading<unknown>, 'at' | 'sights'>,
    { channel, operation }: Question,
  ): void {
    if (sights.length === 0) return;
    const lines = sights.slice(0, MOST_WAITING - this.waiting.length).map(({ type, id, caseId, category, fields, because }): Line => ({
      id: newId(),
      at: at.toISOString(),
      staff_id: staffId,
      case_id: caseId,
      about_type: type,
      about_id: id,
      category,
      fields,
      channel,
      operation,
      seen_as: because.as ?? 'STAFF',
      access_id: because.accessId ?? null,
      credential_id: credentialId ?? null,
    }));
    this.waiting.push(...lines);
    if (lines.length < sights.length) this.lose(sights.length - lines.length);
    this.writeIn(FLUSH_MS);
  }

  private writeIn(ms: number): void {
    this.timer ??= setTimeout(() => void this.flush(), ms).unref();
  }

  /** Writes what is left, for the last time. */
  async finish(): Promise<void> {
    await this.flush();
    if (this.timer) clearTimeout(this.timer);
    if (this.waiting.length > 0) this.lose(this.waiting.splice(0).length);
  }

  /** Resolves when everything noted so far is written, lost, or waiting for the database to come back. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const lines = this.waiting;
    if (lines.length === 0) return;
    this.waiting = [];
    try {
      await this.database.write(WRITER, (transaction) =>
        Promise.all([transaction.ask(ROOM), transaction.ask(INSERT, [JSON.stringify(lines)])]),
      );
    } catch (fault) {
      if (!isUnavailable(fault)) return this.lose(lines.length, fault);
      const room = Math.max(0, MOST_WAITING - this.waiting.length);
      this.waiting.unshift(...lines.slice(0, room));
      if (lines.length > room) this.lose(lines.length - room, fault);
      this.writeIn(AGAIN_MS);
    }
  }

  private lose(lines: number, fault?: unknown): void {
    this.lost += lines;
    this.onLoss(lines, fault);
  }
}
