import type { Engagement, Invitee, Span } from '../calendar/coming.js';
import { ORDINARY_OFFICE, type Office } from '../calendar/office.js';
import type { Ask } from './transaction.js';

interface WrittenOffice {
  readonly turnOfYear: Office['turnOfYear'] | null;
  readonly closingDays: Readonly<Record<string, string>>;
}

interface Diary extends Pick<Invitee, 'weeks' | 'absences'> {
  readonly office: WrittenOffice | null;
  readonly engagements: readonly {
    readonly sessionId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly status: 'PLANNED' | 'INVITED' | 'ACCEPTED';
  }[];
}

/** Somebody's time, with the sessions and planned sessions in it by their ids: those are for deciding what may be said, and are never answered. */
export interface Busy extends Omit<Invitee, 'engagements'> {
  readonly engagements: readonly (Span & { readonly sessionId: string; readonly status: 'PLANNED' | 'INVITED' | 'ACCEPTED' })[];
}

const asOffice = (written: WrittenOffice | null): Office =>
  written
    ? { turnOfYear: written.turnOfYear ?? ORDINARY_OFFICE.turnOfYear, closingDays: new Map(Object.entries(written.closingDays)) }
    : ORDINARY_OFFICE;

/** When the offices of the municipality of an agency are closed. */
export async function officeOf(ask: Ask, agencyId: string): Promise<Office> {
  const [row] = await ask<{ office: WrittenOffice }>('select office_of($1) as office', [agencyId]);
  return asOffice(row!.office);
}

/** When people work, are away or meet, between two instants, whoever asks; those who do not exist are not among them. */
export async function diariesOf(ask: Ask, staffIds: readonly string[], { startsAt, endsAt }: Span): Promise<Busy[]> {
  const rows = await ask<{ staffId: string; diary: Diary }>('select staff_id as "staffId", diary from diaries_of($1, $2, $3)', [
    staffIds,
    startsAt,
    endsAt,
  ]);
  return rows.map(({ staffId, diary }) => ({
    staffId,
    weeks: diary.weeks,
    absences: diary.absences,
    office: asOffice(diary.office),
    engagements: diary.engagements.map((one) => ({
      sessionId: one.sessionId,
      status: one.status,
      startsAt: new Date(one.startsAt),
      endsAt: new Date(one.endsAt),
    })),
  }));
}

const SOMETHING_ELSE = { ja: 'この時間には別の予定があります。', en: 'They have another engagement at this time.' };

/** The same people, with what may be said of each session that they have: nothing of those for which `saying` has no sentence. */
export const saying = (busy: readonly Busy[], sentences: ReadonlyMap<string, Engagement['what']> = new Map()): Invitee[] =>
  busy.map((one) => ({
    ...one,
    engagements: one.engagements.map(({ sessionId, startsAt, endsAt }) => ({
      startsAt,
      endsAt,
      what: sentences.get(sessionId) ?? SOMETHING_ELSE,
    })),
  }));
