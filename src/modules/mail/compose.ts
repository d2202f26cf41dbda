import type { Config } from '../../config.js';
import { wareki } from '../../calendar/era.js';
import { loadActor } from '../../database/load-actor.js';
import type { Database } from '../../database/database.js';
import { diariesOf } from '../../database/diaries.js';
import { readRows } from '../../database/reading.js';
import { selectionFor } from '../../database/selection.js';
import type { Keyring } from '../../keyring.js';
import { Ability } from '../../permissions/ability.js';
import type { StaffActor } from '../../permissions/actor.js';
import { cancelFor, requestFor } from '../calendars/ics.js';
import { meetingsOf } from '../calendars/meetings.js';
import { TrailEntry } from '../responsibility/trail-entry.view.js';
import { TAKEN_ON } from '../tasks/on-task.js';
import { Task } from '../tasks/task.entity.js';
import { daysToLookAt, isRemindedOn } from './gather.js';
import { fingerprintOf } from './invitations-by-mail.js';
import { linkFor } from './link-by-mail.js';
import { POST, type Letter } from './letters.js';
import type { MailChoice } from './mail-choice.entity.js';
import { NOTICES, type NoticeKind } from './notices.js';

/** A mail as it goes out. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly invitation?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

type Choice = Pick<MailChoice, 'address' | 'notices' | 'invitations' | 'reminders'>;
type Body = Omit<Message, 'to'>;

/** What a letter is written with. */
export interface Desk {
  readonly database: Database;
  readonly config: Config;
  readonly keyring: Keyring;
}

const CHOSEN = `select address, notices, invitations, reminders from mail_choice where staff_id = $1`;
const FOOT =
  'このメールには個人情報を含めていません。内容はつなぎで確認してください。\nThis mail says nothing about clients. Please look it up in Tsunagi.';

/**
 * What a letter says, found at this moment under the rules of the person it is for. `null` when it is not for them any more: they chose
 * otherwise, may not see it now, or there is nothing left to say.
 */
export async function compose({ database, config, keyring }: Desk, letter: Letter): Promise<Message | null> {
  if (letter.kind === 'LINK') return linkFor(database, keyring, letter.staffId);
  const [choice] = await database.read<Choice>(POST, CHOSEN, [letter.staffId]);
  if (!choice) return null;
  const body = await bodyOf(new Writing(database, config, letter, choice));
  return body && { to: choice.address, ...body };
}

/** One letter with what is needed to write it. */
class Writing {
  constructor(
    readonly database: Database,
    readonly config: Config,
    readonly letter: Letter,
    readonly choice: Choice,
  ) {}

  /** The reader as they stand now; `null` for one who works nowhere any more. */
  async reader(): Promise<StaffActor | null> {
    const actor = await loadActor(this.database, this.letter.staffId);
    return actor && actor.postings.length > 0 ? actor : null;
  }

  get sender() {
    return { publicUrl: this.config.publicUrl, from: this.config.mailFrom };
  }

  text(...lines: readonly string[]): string {
    return [...lines, '', `${this.config.publicUrl}/`, '', FOOT].join('\n');
  }
}

async function bodyOf(writing: Writing): Promise<Body | null> {
  const { kind } = writing.letter;
  if (kind === 'NOTICE') return notice(writing);
  if (kind === 'REMINDER') return reminder(writing);
  return kind === 'REQUEST' ? request(writing) : cancel(writing);
}

async function notice(writing: Writing): Promise<Body | null> {
  const { database, letter, choice } = writing;
  const reader = choice.notices ? await writing.reader() : null;
  if (!reader) return null;
  const { rows } = await readRows(database, reader, Ability.of(reader), TrailEntry, selectionFor({ kind: true }), {
    where: { seq: letter.seq },
    first: 1,
  });
  const [entry] = rows;
  if (!entry) return null;
  const { ja, en } = NOTICES[entry.kind as NoticeKind];
  return { subject: `【つなぎ】${ja}`, text: writing.text(ja, en) };
}

async function reminder(writing: Writing): Promise<Body | null> {
  const { database, letter, choice } = writing;
  const on = letter.aboutOn!;
  const reader = await writing.reader();
  if (!reader || choice.reminders.length === 0) return null;
  const { rows } = await readRows(database, reader, Ability.of(reader), Task, selectionFor({ dueOn: true }), {
    where: { status: { $in: TAKEN_ON }, ownerKind: { $ne: 'CLIENT' }, dueOn: daysToLookAt(on) },
    may: 'carry',
    order: ['dueOn'],
    whole: true,
  });
  const now = new Date();
  const [diary] = await diariesOf((sql, values) => database.ask(sql, values), [reader.staffId], { startsAt: now, endsAt: now });
  const due = rows.map(({ dueOn }) => dueOn).filter((day) => diary && isRemindedOn(on, day, choice.reminders, diary.office));
  if (due.length === 0) return null;
  const days = [...Map.groupBy(due, (day) => day)].map(([day, tasks]) => `・${wareki(day)}（${day}）まで：${tasks.length}件`);
  return {
    subject: `【つなぎ】期限の近い対応事項が${due.length}件あります`,
    text: writing.text(`期限の近い対応事項が${due.length}件あります。`, ...days, `Tasks of yours that are due soon: ${due.length}.`),
  };
}

async function request(writing: Writing): Promise<Body | null> {
  const { database, letter, choice, sender } = writing;
  const reader = choice.invitations ? await writing.reader() : null;
  const meeting = reader && (await meetingsOf(database, reader)).find(({ sessionId }) => sessionId === letter.sessionId);
  if (!meeting?.isAhead || fingerprintOf(meeting) !== letter.fingerprint) return null;
  const isNew = letter.sequence === 0;
  const [ja, en] = isNew
    ? ['会議の案内が届いています。', 'You are asked to a meeting.']
    : ['会議の案内が変わりました。', 'A meeting has changed.'];
  const content = requestFor(meeting, letter.sequence!, choice.address, sender, meeting.at);
  return { subject: `【つなぎ】${ja}`, text: writing.text(ja, en), invitation: { method: 'REQUEST', content } };
}

/** Goes out whatever its reader may see by now: it says no more than that a meeting they were told of is not theirs any more. */
async function cancel(writing: Writing): Promise<Body | null> {
  const { letter, choice, sender, database } = writing;
  if (!choice.invitations) return null;
  const [clock] = await database.ask<{ now: Date }>('select tsunagi_now() as now');
  const told = { uid: letter.uid!, startsAt: letter.startsAt!, endsAt: letter.endsAt! };
  const content = cancelFor(told, letter.sequence!, choice.address, sender, clock!.now);
  const [ja, en] = ['会議の案内は取り消されました。', 'A meeting is no longer in your calendar.'];
  return { subject: `【つなぎ】${ja}`, text: writing.text(ja, en), invitation: { method: 'CANCEL', content } };
}
