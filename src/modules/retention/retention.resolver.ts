import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Database } from '../../database/database.js';
import type { FileStore } from '../../files/store.js';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate } from '../../graphql/scalars.js';
import { FILES } from '../../spine.js';
import { changeRetentionPeriod, ChangeRetentionPeriodInput } from './change-retention-period.js';
import { DisposalDue } from './disposal-due.view.js';
import { DisposalHold } from './disposal-hold.entity.js';
import { Disposal } from './disposal.entity.js';
import {
  carryOutDisposal,
  CarryOutDisposalInput,
  proposeDisposal,
  ProposeDisposalInput,
  withdrawDisposal,
  WithdrawDisposalInput,
} from './dispose.js';
import { casesDue } from './due.js';
import { exportHousehold, ExportHouseholdInput } from './export-household.js';
import { holdDisposal, HoldDisposalInput, liftHold, LiftHoldInput } from './hold-disposal.js';
import { removeErased } from './remove-erased.js';
import { RetentionPeriod } from './retention-period.entity.js';
import { SubjectExport } from './subject-export.entity.js';

/** How long what is known is kept, what is due, and what becomes of it. */
@Resolver()
export class RetentionResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Query(() => [RetentionPeriod], { description: 'How long things are kept, as it stands.' })
  @Allow('read', 'RetentionPeriod')
  retentionPeriods(@Door() door: ResolverDoor) {
    return door.list(RetentionPeriod, { where: { until: null }, order: ['kind'] });
  }

  @Query(() => [DisposalDue], {
    description: 'The closed cases whose time is over by a day, for information officers; nobody else has any.',
  })
  @Allow('propose', 'Disposal')
  async disposalsDue(@Door() door: ResolverDoor, @Args('on', { type: () => CalendarDate }) on: string): Promise<DisposalDue[]> {
    return casesDue(this.database, await door.actor(), on);
  }

  @Query(() => [Disposal], { description: 'Disposals that were proposed, withdrawn and carried out, newest first.' })
  @Allow('read', 'Disposal')
  disposals(@Door() door: ResolverDoor) {
    return door.list(Disposal, { order: ['-proposedAt', 'id'] });
  }

  @Query(() => [DisposalHold], { description: 'Holds that are live.' })
  @Allow('read', 'DisposalHold')
  disposalHolds(@Door() door: ResolverDoor) {
    return door.list(DisposalHold, { where: { until: null }, order: ['-since', 'id'] });
  }

  @Query(() => [SubjectExport], { description: 'What was written out for persons concerned, newest first.' })
  @Allow('read', 'SubjectExport')
  subjectExports(@Door() door: ResolverDoor) {
    return door.list(SubjectExport, { order: ['-exportedAt', 'id'] });
  }

  @Mutation(() => RetentionPeriod, { nullable: true, description: 'Sets how long something is kept.' })
  @Allow('change', 'RetentionPeriod')
  changeRetentionPeriod(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChangeRetentionPeriodInput) {
    return door.run(changeRetentionPeriod, id, input);
  }

  @Mutation(() => DisposalHold, { nullable: true, description: 'Keeps a case beyond its time.' })
  @Allow('place', 'DisposalHold')
  holdDisposal(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: HoldDisposalInput) {
    return door.run(holdDisposal, id, input);
  }

  @Mutation(() => DisposalHold, { nullable: true, description: 'Ends a hold.' })
  @Allow('lift', 'DisposalHold')
  liftHold(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: LiftHoldInput) {
    return door.run(liftHold, id, input);
  }

  @Mutation(() => Disposal, { nullable: true, description: 'Proposes that the words of a closed case go.' })
  @Allow('propose', 'Disposal')
  proposeDisposal(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ProposeDisposalInput) {
    return door.run(proposeDisposal, id, input);
  }

  @Mutation(() => Disposal, { nullable: true, description: 'Erases the words of a case, as somebody else proposed. It cannot be undone.' })
  @Allow('carryOut', 'Disposal')
  async carryOutDisposal(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CarryOutDisposalInput) {
    const disposal = (await door.run(carryOutDisposal, id, input)) as Disposal | null;
    // The keys of the files are gone with the transaction; what cannot be removed now is swept later.
    await removeErased(this.database, this.files, input.disposalId);
    return disposal;
  }

  @Mutation(() => Disposal, { nullable: true, description: 'Takes a proposal back; the case is kept.' })
  @Allow('withdraw', 'Disposal')
  withdrawDisposal(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawDisposalInput) {
    return door.run(withdrawDisposal, id, input);
  }

  @Mutation(() => SubjectExport, {
    nullable: true,
    description: 'Opens everything held about a household for an hour, to answer a request for disclosure.',
  })
  @Allow('write', 'SubjectExport')
  exportHousehold(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ExportHouseholdInput) {
    return door.run(exportHousehold, id, input);
  }
}
