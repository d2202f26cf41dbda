import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { WHOLE_ROW } from '../../database/selection.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { Staff } from '../people/staff.entity.js';
import { ConferenceSession } from './conference-session.entity.js';

const PRESENT = 'select distinct staff_id as "staffId" from presence where session_id = $1 and until > clock_timestamp()';

/** Tells whoever may see a session who has its room open: a matter of sockets and of this moment, and no record of who came. */
@Resolver(() => ConferenceSession)
export class PresenceResolver {
  @ResolveField(() => [Staff], { description: 'Who has its room open just now, in any window of theirs.' })
  async present(@Parent() parent: Record<string, Record<string, unknown>>, @Door() door: ResolverDoor): Promise<Staff[]> {
    const present = await door.request.database.read<{ staffId: string }>(await door.actor(), PRESENT, [parent[WHOLE_ROW]!['id']]);
    return door.list(Staff, { where: { id: { $in: present.map(({ staffId }) => staffId) } }, order: ['kana', 'id'] });
  }
}
