import { Args, ArgsType, Field, Int, Mutation, OmitType, Query, Resolver } from '@nestjs/graphql';
import type { Choice } from '../../database/selection.js';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { StretchArgs, stretchOf } from '../responsibility/stretch.js';
import { TrailEntry } from '../responsibility/trail-entry.view.js';
import { InboxCursor } from './inbox-cursor.entity.js';
import { markInboxSeen, MarkInboxSeenInput } from './mark-inbox-seen.js';

@ArgsType()
class InboxArgs extends OmitType(StretchArgs, ['after'], ArgsType) {
  @Field(() => Int, { nullable: true, description: 'Only entries after this number; without it, after what was last marked as seen.' })
  after?: number | null;
}

/** The inbox is a reading of the trail: what is addressed to oneself or to an agency one is posted to, and may be seen. */
@Resolver()
export class InboxResolver {
  @Query(() => [TrailEntry], { description: 'What is addressed to the person who asks or to their agencies, oldest first.' })
  @Allow('read', 'TrailEntry')
  async inbox(@Door() door: ResolverDoor, @Args() { after, ...stretch }: InboxArgs) {
    const also = await addressed(door);
    return stretchOf({ ...stretch, after: after ?? (await cursorOf(door)) }, (choice) => door.list(TrailEntry, { ...choice, also }));
  }

  @Query(() => Int, { description: 'How many entries of the inbox were not marked as seen; 500 stands for more.' })
  @Allow('read', 'TrailEntry')
  async inboxUnread(@Door() door: ResolverDoor) {
    const where = { seq: { $gt: await cursorOf(door) } };
    return (await door.columns(TrailEntry, ['seq'], { where, also: await addressed(door) })).length;
  }

  @Mutation(() => InboxCursor, { nullable: true })
  @Allow('move', 'InboxCursor')
  markInboxSeen(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MarkInboxSeenInput) {
    return door.run(markInboxSeen, id, input);
  }
}

async function addressed(door: ResolverDoor): Promise<Choice['also']> {
  const { staffId, postings } = await door.actor();
  const addresses = [staffId, ...postings.map((posting) => posting.agencyId)];
  return (entry, values) => `${entry}.addressed_to ?| ${values.add(addresses)}::text[]`;
}

async function cursorOf(door: ResolverDoor): Promise<number> {
  const [cursor] = await door.columns(InboxCursor, ['seq'], { where: { staffId: (await door.actor()).staffId } });
  return cursor?.seq ?? 0;
}
