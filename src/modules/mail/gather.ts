import { EARLIEST_REMINDER_DAYS, reminderDay, type Reminder } from '../../calendar/reminders.js';
import { addDays } from '../../calendar/days.js';
import type { Database } from '../../database/database.js';
import { ENTRIES_AFTER, type SealedEntry } from '../../trail/tail.js';
import { POST, write, type NewLetter } from './letters.js';
import { NOTICE_KINDS } from './notices.js';

const BATCH = 500;
/** Older than this it is no news: after a long time without mail nobody gets a heap of it. */
const NEWS_MS = 3 * 86_400_000;
/** When reminders go out, by the clock in Japan. */
const REMINDERS_AT = '08:00';

const isNews = (entry: SealedEntry, now: Date) => now.getTime() - Date.parse(entry.at) < NEWS_MS;
/** A link for signing in that an administrator has asked to be mailed: to its owner alone, whatever mail they have chosen. */
const isLink = ({ kind, data }: SealedEntry) => kind === 'sign-in-link.made' && data['byMail'] === true;
const isNotice = ({ kind, to }: SealedEntry) => to.length > 0 && (NOTICE_KINDS as readonly string[]).includes(kind);

/** Begins the cursor of the post office at the end of the trail, the first time: what happened before mail was on is no news. */
export async function beginCursor(database: Database): Promise<void> {
  await database.write(POST, (manager) =>
    manager.query('insert into mail_cursor (id, seq) select 1, coalesce((select seq from trail_head()), 0) on conflict do nothing'),
  );
}

/**
 * Reads the trail from the cursor to its end and writes a notice to each person whom an entry addresses and who wants notices. The letters
 * and the cursor commit together: whatever breaks off, each entry is read once. Brings back whether anything was read.
 */
export async function gatherNotices(database: Database): Promise<boolean> {
  let anything = false;
  for (;;) {
    const read = await database.write(POST, async (manager) => {
      const [cursor] = await manager.query<{ seq: string; now: Date }[]>(
        'select seq, tsunagi_now() as now from mail_cursor where id = 1 for update',
      );
      const entries = await manager.query<SealedEntry[]>(ENTRIES_AFTER, [Number(cursor!.seq), BATCH]);
      const last = entries.at(-1);
      if (!last) return 0;
      const news = entries.filter((one) => isNews(one, cursor!.now));
      await write(
        manager,
        news.filter(isLink).map(({ aboutId, seq }): NewLetter => ({ staffId: aboutId, kind: 'LINK', seq })),
      );
      for (const entry of news.filter(isNotice)) {
        const readers = await manager.query<{ staffId: string }[]>(
          `select staff_id as "staffId" from mail_choice choice where notices and staff_id is distinct from $2 and (staff_id = any ($1) or exists (
             select from posting where posting.staff_id = choice.staff_id and posting.agency_id = any ($1)
                and posting.since <= tsunagi_today() and (posting.until is null or posting.until >= tsunagi_today())))`,
          [entry.to, entry.actorId],
        );
        await write(
          manager,
          readers.map(({ staffId }): NewLetter => ({ staffId, kind: 'NOTICE', seq: entry.seq })),
        );
      }
      await manager.query('update mail_cursor set seq = $1 where id = 1', [last.seq]);
      return entries.length;
    });
    anything ||= read > 0;
    if (read < BATCH) return anything;
  }
}

/** Writes today's reminder to everyone who wants any, once a day from the morning on. Whether something is due is found when it is sent. */
export async function writeReminders(database: Database): Promise<void> {
  await database.write(POST, (manager) =>
    manager.query(
      `insert into mail_letter (id, staff_id, kind, about_on)
       select gen_random_uuid(), staff_id, 'REMINDER', tsunagi_today() from mail_choice
        where cardinality(reminders) > 0 and (tsunagi_now() at time zone 'Asia/Tokyo')::time >= '${REMINDERS_AT}' on conflict do nothing`,
    ),
  );
}

/** The days whose deadlines can be worth a reminder on a day. */
export const daysToLookAt = (on: string) => ({ $gte: on, $lte: addDays(on, EARLIEST_REMINDER_DAYS) });

/** Whether somebody who wants these reminders is to hear of a deadline on a day. */
export const isRemindedOn = (on: string, dueOn: string, wanted: readonly Reminder[], office: Parameters<typeof reminderDay>[2]): boolean =>
  wanted.some((reminder) => reminderDay(dueOn, reminder, office) === on);
