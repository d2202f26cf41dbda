import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { allocateRole, AllocateRoleInput } from './allocate-role.js';
import { assignIssue, AssignIssueInput } from './assign-issue.js';
import { decide, DecideInput } from './decide.js';
import { Decision } from './decision.entity.js';
import { Issue } from './issue.entity.js';
import { makeStatement, MakeStatementInput } from './make-statement.js';
import { nameIssue, NameIssueInput } from './name-issue.js';
import { reopenIssue, ReopenIssueInput } from './reopen-issue.js';
import { resolveIssue, ResolveIssueInput } from './resolve-issue.js';
import { RoleAllocation } from './role-allocation.entity.js';
import { Statement } from './statement.entity.js';

/** What people say and settle in a session, and what becomes of the issues afterwards. */
@Resolver()
export class DiscussionResolver {
  @Mutation(() => Statement, { nullable: true })
  @Allow('write', 'Statement')
  makeStatement(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MakeStatementInput) {
    return door.run(makeStatement, id, input);
  }

  @Mutation(() => Issue, { nullable: true })
  @Allow('name', 'Issue')
  nameIssue(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: NameIssueInput) {
    return door.run(nameIssue, id, input);
  }

  @Mutation(() => Issue, { nullable: true })
  @Allow('assign', 'Issue')
  assignIssue(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AssignIssueInput) {
    return door.run(assignIssue, id, input);
  }

  @Mutation(() => Issue, { nullable: true })
  @Allow('resolve', 'Issue')
  resolveIssue(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ResolveIssueInput) {
    return door.run(resolveIssue, id, input);
  }

  @Mutation(() => Issue, { nullable: true })
  @Allow('resolve', 'Issue')
  reopenIssue(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReopenIssueInput) {
    return door.run(reopenIssue, id, input);
  }

  @Mutation(() => RoleAllocation, { nullable: true })
  @Allow('allocate', 'RoleAllocation')
  allocateRole(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AllocateRoleInput) {
    return door.run(allocateRole, id, input);
  }

  @Mutation(() => Decision, { nullable: true })
  @Allow('take', 'Decision')
  decide(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DecideInput) {
    return door.run(decide, id, input);
  }
}
