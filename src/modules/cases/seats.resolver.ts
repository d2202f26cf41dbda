import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import {
  acceptHandover,
  AcceptHandoverInput,
  declineHandover,
  DeclineHandoverInput,
  withdrawHandover,
  WithdrawHandoverInput,
} from './answer-handover.js';
import { endSeat, EndSeatInput } from './end-seat.js';
import { giveSeat, GiveSeatInput } from './give-seat.js';
import { KeyPersonHandover } from './key-person-handover.entity.js';
import { offerHandover, OfferHandoverInput } from './offer-handover.js';
import { Seat } from './seat.entity.js';

@Resolver()
export class SeatsResolver {
  @Mutation(() => Seat, { nullable: true })
  @Allow('give', 'Seat')
  giveSeat(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: GiveSeatInput) {
    return door.run(giveSeat, id, input);
  }

  @Mutation(() => Seat, { nullable: true })
  @Allow('end', 'Seat')
  endSeat(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndSeatInput) {
    return door.run(endSeat, id, input);
  }

  @Mutation(() => KeyPersonHandover, { nullable: true })
  @Allow('offer', 'KeyPersonHandover')
  offerHandover(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: OfferHandoverInput) {
    return door.run(offerHandover, id, input);
  }

  @Mutation(() => KeyPersonHandover, { nullable: true })
  @Allow('answer', 'KeyPersonHandover')
  acceptHandover(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AcceptHandoverInput) {
    return door.run(acceptHandover, id, input);
  }

  @Mutation(() => KeyPersonHandover, { nullable: true })
  @Allow('answer', 'KeyPersonHandover')
  declineHandover(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DeclineHandoverInput) {
    return door.run(declineHandover, id, input);
  }

  @Mutation(() => KeyPersonHandover, { nullable: true })
  @Allow('withdraw', 'KeyPersonHandover')
  withdrawHandover(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawHandoverInput) {
    return door.run(withdrawHandover, id, input);
  }
}
