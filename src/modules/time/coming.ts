import { Field, ObjectType } from '@nestjs/graphql';
import { hinderedAt, HINDRANCES, proposals, spanOfDays, type Hindrance, type Invitee, type Span } from '../../calendar/coming.js';
import { daysBetween } from '../../calendar/days.js';
import { diariesOf, saying } from '../../database/diaries.js';
import { selectionFor } from '../../database/selection.js';
import { codes, type Linked } from '../../graphql/columns.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { Instant, Uuid } from '../../graphql/scalars.js';
import { invalid, type Language, type Sentence } from '../../refusal.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import type { MeetingKind } from '../meetings/meeting-kind.entity.js';
import { PlannedSession } from '../meetings/planned-session.entity.js';

const MOST_PEOPLE = 60;
const MOST_DAYS = 62;
const LONGEST_MINUTES = 12 * 60;

const HindranceCode = codes('Hindrance', HINDRANCES);

@ObjectType({ description: 'Whether somebody can come to a meeting at a time, and why not.' })
export class Coming {
  @Field(() => Uuid) staffId: string;
  @Field() canCome: boolean;
  @Field(() => HindranceCode, { nullable: true }) why: keyof typeof HindranceCode | null;
  @Field(() => String, { nullable: true, description: 'In the language of the request.' }) because: string | null;
}

@ObjectType({ description: 'A time at which people could meet, and who of them can come.' })
export class TimeProposal {
  @Field(() => Instant) startsAt: Date;
  @Field(() => Instant) endsAt: Date;
  @Field() everyone: boolean;
  @Field(() => [Coming]) coming: Coming[];
}

/** Who of these can come at a time. Errors as of `inviteesOf`; `INVALID` for a time that ends before it starts. */
export async function comingTo(door: ResolverDoor, staffIds: readonly string[], meeting: Span): Promise<Coming[]> {
  if (meeting.endsAt <= meeting.startsAt)
    throw invalid('endsAt', 'OUT_OF_ORDER', { ja: '終了は開始より後にしてください。', en: 'A meeting ends after it starts.' });
  const invitees = await inviteesOf(door, staffIds, meeting);
  return said(invitees, hinderedAt(invitees, meeting), door.request.language);
}

/**
 * Times at which these people could meet for so many minutes, the best first. `INVALID` for days out of order or more than 62, and for
 * a meeting longer than half a day; otherwise errors as of `inviteesOf`.
 */
export async function timesFor(door: ResolverDoor, staffIds: readonly string[], days: { from: string; to: string }, minutes: number) {
  if (days.to < days.from || daysBetween(days.from, days.to) >= MOST_DAYS)
    throw invalid('to', 'OUT_OF_ORDER', {
      ja: `期間は${MOST_DAYS}日以内にしてください。`,
      en: `Please ask for at most ${MOST_DAYS} days.`,
    });
  if (minutes < 1 || minutes > LONGEST_MINUTES)
    throw invalid('minutes', 'NOT_ALLOWED', { ja: '一回は12時間以内にしてください。', en: 'A session lasts at most 12 hours.' });
  const invitees = await inviteesOf(door, staffIds, spanOfDays(days.from, days.to));
  const { now } = await door.clock();
  return proposals(invitees, days, minutes, now).map(({ startsAt, endsAt, hindered }): TimeProposal => ({
    startsAt,
    endsAt,
    everyone: hindered.size === 0,
    coming: said(invitees, hindered, door.request.language),
  }));
}

/** The time of these people; of their sessions only what whoever asks may see. `INVALID` for nobody, too many and the unknown. */
async function inviteesOf(door: ResolverDoor, staffIds: readonly string[], span: Span): Promise<Invitee[]> {
  const asked = [...new Set(staffIds)];
  if (asked.length === 0 || asked.length > MOST_PEOPLE)
    throw invalid('staffIds', 'REQUIRED', {
      ja: `1人から${MOST_PEOPLE}人までを選んでください。`,
      en: `Please choose 1 to ${MOST_PEOPLE} people.`,
    });
  const busy = await diariesOf((sql, values) => door.request.database.ask(sql, values), asked, span);
  const found = new Map(busy.map((one) => [one.staffId, one]));
  if (found.size < asked.length)
    throw invalid('staffIds', 'UNKNOWN', { ja: '職員が見つかりません。', en: 'Somebody of these is not known.' });
  const invitees = asked.map((staffId) => found.get(staffId)!);
  return saying(
    invitees,
    await visible(
      door,
      invitees.flatMap(({ engagements }) => engagements.map(({ sessionId }) => sessionId)),
    ),
  );
}

/** What may be said of sessions, convened or planned, to whoever asks: which it is, of those that they may see. */
async function visible(door: ResolverDoor, ids: readonly string[]): Promise<Map<string, Sentence>> {
  const choice = { where: { id: { $in: [...new Set(ids)] } }, whole: true } as const;
  const held = selectionFor({ id: true, place: true, series: { name: true }, meetingKind: { nameJa: true, nameEn: true } });
  const sessions = await door.select<ConferenceSession>(ConferenceSession, held, choice);
  const planned = await door.select<PlannedSession>(
    PlannedSession,
    selectionFor({ id: true, place: true, series: { name: true } }),
    choice,
  );
  return new Map([
    ...sessions.map(({ id, place, series, meetingKind }) => [id, isBusy(series?.name, place, meetingKind)] as const),
    ...planned.map(({ id, place, series }) => [id, isBusy(series?.name, place)] as const),
  ]);
}

const isBusy = (name: string | undefined, place: string, kind?: Linked<Pick<MeetingKind, 'nameJa' | 'nameEn'>>): Sentence => ({
  ja: `この時間には${name ?? kind?.nameJa ?? '別の会議'}があります（${place}）。`,
  en: `They have another session then: ${name ?? kind?.nameEn ?? 'a meeting'} (${place}).`,
});

const said = (invitees: readonly Invitee[], hindered: ReadonlyMap<string, Hindrance>, language: Language): Coming[] =>
  invitees.map(({ staffId }) => {
    const hindrance = hindered.get(staffId);
    return { staffId, canCome: !hindrance, why: hindrance?.why ?? null, because: hindrance?.because[language] ?? null };
  });
