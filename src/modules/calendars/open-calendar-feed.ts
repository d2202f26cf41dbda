import { randomBytes } from 'node:crypto';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { digestOf } from '../../graphql/actor.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { notFound } from '../../refusal.js';
import { CalendarFeed } from './calendar-feed.entity.js';

@ObjectType({ description: 'A new feed. Its address is shown once: whoever has it reads when and where you meet.' })
export class OpenedFeed {
  @Field(() => Uuid) feedId: string;
  @Field() address: string;
}

interface NewFeed {
  readonly tokenHash: Buffer;
}

/** Opens a calendar feed of one's own; one that was open before is revoked with it. */
export async function openCalendarFeed(work: Work, { tokenHash }: NewFeed): Promise<CalendarFeed> {
  const { staffId } = work.staff;
  const former = await work.scope.first(CalendarFeed, { staffId, revokedAt: null });
  if (former) await work.save(await work.lock(CalendarFeed, former.id), { revokedAt: work.now });
  const feed = await work.insert(CalendarFeed, { staffId, tokenHash, openedAt: work.now, revokedAt: null });
  work.must('open', feed);
  work.record('calendar-feed.opened', feed);
  if (former) work.record('calendar-feed.revoked', former);
  return feed;
}

/** Revokes one's calendar feed: its address shows nothing from now on. `NOT_FOUND` when none is open. */
export async function revokeCalendarFeed(work: Work): Promise<CalendarFeed> {
  const open = await work.scope.first(CalendarFeed, { staffId: work.staff.staffId, revokedAt: null });
  if (!open) throw notFound();
  const feed = await work.lock(CalendarFeed, open.id);
  work.must('revoke', feed);
  await work.save(feed, { revokedAt: work.now });
  work.record('calendar-feed.revoked', feed);
  return feed;
}

/** Opens a feed and brings its address, which nobody can find out later. */
export async function openedFeed(door: ResolverDoor, commandId: string): Promise<OpenedFeed> {
  const token = randomBytes(32).toString('base64url');
  const { id } = await door.act(openCalendarFeed, commandId, { tokenHash: digestOf(token) });
  return { feedId: id, address: `${door.request.config.publicUrl}/calendars/${token}.ics` };
}
