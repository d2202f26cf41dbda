import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { OpenedFeed, openedFeed, revokeCalendarFeed } from './open-calendar-feed.js';

@Resolver()
export class CalendarsResolver {
  @Query(() => CalendarFeed, { nullable: true, description: 'The open calendar feed of the person who asks.' })
  @Allow('read', 'CalendarFeed')
  async myCalendarFeed(@Door() door: ResolverDoor) {
    const { staffId } = await door.actor();
    const [feed] = await door.list(CalendarFeed, { where: { staffId, revokedAt: null }, first: 1 });
    return feed ?? null;
  }

  @Mutation(() => OpenedFeed, { description: 'Opens a calendar feed; its address is shown this once. A former one is revoked.' })
  @Allow('open', 'CalendarFeed')
  openCalendarFeed(@Door() door: ResolverDoor, @CommandId() id: string) {
    return openedFeed(door, id);
  }

  @Mutation(() => CalendarFeed, { nullable: true, description: 'Revokes the calendar feed of the person who asks.' })
  @Allow('revoke', 'CalendarFeed')
  revokeCalendarFeed(@Door() door: ResolverDoor, @CommandId() id: string) {
    return door.run(revokeCalendarFeed, id, null);
  }
}
