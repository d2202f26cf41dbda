import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { notFound } from '../../refusal.js';
import { confirmMinutes, ConfirmMinutesInput, disputeMinutes, DisputeMinutesInput } from './answer-minutes.js';
import { correctMinutes, CorrectMinutesInput } from './correct-minutes.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import { Minutes } from './minutes.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';
import { minutesCsv } from './minutes-csv.js';
import { minutesDigest } from './minutes-digest.js';
import { MINUTED, minutesText } from './minutes-text.js';

/** The minutes of closed sessions: a reading of what happened, for each reader what they may see. */
@Resolver()
export class MinutesResolver {
  @Query(() => Minutes, { description: 'The minutes of a session; there are none before it closes.' })
  @Allow('read', 'Minutes')
  async minutes(@Door() door: ResolverDoor, @Args('sessionId', { type: () => Uuid }) sessionId: string) {
    const [minutes] = await door.list(Minutes, { where: { sessionId }, first: 1 });
    if (!minutes) throw notFound();
    return minutes;
  }

  @Query(() => String, { description: 'The minutes (会議録) as a text to print, with what the person who asks may see.' })
  @Allow('read', 'Minutes')
  async minutesText(@Door() door: ResolverDoor, @Args('sessionId', { type: () => Uuid }) sessionId: string) {
    const [minutes] = await door.select(Minutes, MINUTED, { where: { sessionId }, first: 1 });
    if (!minutes) throw notFound();
    return minutesText(minutes);
  }

  @Query(() => String, { description: 'What someone has to know who was not there: outcomes and decisions, their own agency’s first.' })
  @Allow('read', 'Minutes')
  async minutesDigest(@Door() door: ResolverDoor, @Args('sessionId', { type: () => Uuid }) sessionId: string) {
    const [minutes] = await door.select(Minutes, MINUTED, { where: { sessionId }, first: 1 });
    if (!minutes) throw notFound();
    return minutesDigest(
      minutes,
      (await door.actor()).postings.map((posting) => posting.agencyId),
    );
  }

  @Query(() => String, {
    description: 'The agenda of a closed session with its outcomes and decisions as CSV, as the person who asks sees them.',
  })
  @Allow('read', 'Minutes')
  async minutesCsv(@Door() door: ResolverDoor, @Args('sessionId', { type: () => Uuid }) sessionId: string) {
    const [minutes] = await door.select(Minutes, MINUTED, { where: { sessionId }, first: 1 });
    if (!minutes) throw notFound();
    return minutesCsv(minutes);
  }

  @Mutation(() => MinutesCorrection, { nullable: true })
  @Allow('write', 'MinutesCorrection')
  correctMinutes(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CorrectMinutesInput) {
    return door.run(correctMinutes, id, input);
  }

  @Mutation(() => MinutesConfirmation, { nullable: true })
  @Allow('answer', 'MinutesConfirmation')
  confirmMinutes(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ConfirmMinutesInput) {
    return door.run(confirmMinutes, id, input);
  }

  @Mutation(() => MinutesConfirmation, { nullable: true })
  @Allow('answer', 'MinutesConfirmation')
  disputeMinutes(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DisputeMinutesInput) {
    return door.run(disputeMinutes, id, input);
  }
}
