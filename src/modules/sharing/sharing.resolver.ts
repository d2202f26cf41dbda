import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { BasisEnd } from './basis-end.entity.js';
import { Basis } from './basis.entity.js';
import { Consent } from './consent.entity.js';
import { endBasis, EndBasisInput, withdrawConsent, WithdrawConsentInput } from './end-basis.js';
import { recordBasis, RecordBasisInput } from './record-basis.js';
import { recordConsent, RecordConsentInput } from './record-consent.js';

@Resolver()
export class SharingResolver {
  @Query(() => [Basis], { description: 'The disclosure ledger of a case: on which ground which agency may, or might, know what.' })
  @Allow('read', 'Basis')
  disclosures(@Door() door: ResolverDoor, @Args('caseId', { type: () => Uuid }) caseId: string) {
    return door.list(Basis, { where: { caseId }, order: ['since', 'id'] });
  }

  @Mutation(() => Consent, { nullable: true })
  @Allow('record', 'Consent')
  recordConsent(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RecordConsentInput) {
    return door.run(recordConsent, id, input);
  }

  @Mutation(() => Consent, { nullable: true })
  @Allow('withdraw', 'Consent')
  withdrawConsent(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawConsentInput) {
    return door.run(withdrawConsent, id, input);
  }

  @Mutation(() => Basis, { nullable: true })
  @Allow('record', 'Basis')
  recordBasis(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RecordBasisInput) {
    return door.run(recordBasis, id, input);
  }

  @Mutation(() => BasisEnd, { nullable: true })
  @Allow('end', 'Basis')
  endBasis(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndBasisInput) {
    return door.run(endBasis, id, input);
  }
}
