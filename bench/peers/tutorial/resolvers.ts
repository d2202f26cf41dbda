// A resolver for each type, a method for each link.
import { subject, type MongoAbility } from '@casl/ability';
import { ConflictException, ForbiddenException, UseGuards } from '@nestjs/common';
import { Args, Context, Field, ID, Int, Mutation, ObjectType, OmitType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { CurrentAbility, CurrentUser, SignedIn, type Asked, type User } from './access.js';
import { Agency, CaseMember, ClientCase, Conference, Decision, Staff, Task, Trail } from './entities.js';
import { type Loaders } from './loaders.js';

interface Asking {
  readonly loaders: Loaders;
  readonly req: Asked;
}

@ObjectType()
class CaseRow extends OmitType(ClientCase, ['healthNote', 'employmentNote'] as const) {
  @Field(() => Int) open: number;
  @Field(() => Int) overdue: number;
  @Field(() => String, { nullable: true }) nextDueOn: string | null;
}

const LAST = '9999-12-31';
const before = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const uuid = { type: () => ID };
const number = { type: () => Int };

@Resolver(() => ClientCase)
class CaseResolver {
  constructor(private readonly database: DataSource) {}

  @UseGuards(SignedIn)
  @Query(() => ClientCase, { nullable: true })
  async clientCase(@Args('id', uuid) id: string, @CurrentAbility() ability: MongoAbility): Promise<ClientCase | null> {
    const found = await this.database.getRepository(ClientCase).findOne({ where: { id }, relations: { members: true } });
    return found && ability.can('read', subject('ClientCase', found)) ? found : null;
  }

  @UseGuards(SignedIn)
  @Query(() => [CaseRow])
  async myCases(@Args('first', number) first: number, @CurrentUser() user: User, @Context() { loaders }: Asking): Promise<CaseRow[]> {
    const cases = await this.database.getRepository(ClientCase).find({ where: { members: { staffId: user.sub } } });
    const counts = await Promise.all(cases.map(({ id }) => loaders.counts.load(id)));
    const rows = cases.map((row, at) => Object.assign(new CaseRow(), row, counts[at]));
    return rows.sort((one, other) => before(one.nextDueOn ?? LAST, other.nextDueOn ?? LAST) || before(one.id, other.id)).slice(0, first);
  }

  @ResolveField(() => String, { nullable: true })
  healthNote(@Parent() of: ClientCase, @Context() { req }: Asking): string | null {
    return req.ability.can('read', subject('ClientCase', of), 'healthNote') ? of.healthNote : null;
  }

  @ResolveField(() => String, { nullable: true })
  employmentNote(@Parent() of: ClientCase, @Context() { req }: Asking): string | null {
    return req.ability.can('read', subject('ClientCase', of), 'employmentNote') ? of.employmentNote : null;
  }

  @ResolveField(() => Staff)
  keyPerson(@Parent() of: ClientCase, @Context() { loaders }: Asking): Promise<Staff> {
    return loaders.staff.load(of.keyPersonId);
  }

  @ResolveField(() => [CaseMember])
  members(@Parent() of: ClientCase, @Context() { loaders }: Asking): Promise<CaseMember[]> {
    return loaders.members.load(of.id);
  }

  @ResolveField(() => [Task])
  tasks(@Parent() of: ClientCase, @Context() { loaders }: Asking): Promise<Task[]> {
    return loaders.tasks.load(of.id);
  }

  @ResolveField(() => [Conference])
  conferences(@Parent() of: ClientCase, @Context() { loaders }: Asking): Promise<Conference[]> {
    return loaders.conferences.load(of.id);
  }
}

@Resolver(() => CaseRow)
class CaseRowResolver {
  @ResolveField(() => Staff)
  keyPerson(@Parent() row: CaseRow, @Context() { loaders }: Asking): Promise<Staff> {
    return loaders.staff.load(row.keyPersonId);
  }
}

@Resolver(() => Staff)
class StaffResolver {
  @ResolveField(() => Agency)
  agency(@Parent() person: Staff, @Context() { loaders }: Asking): Promise<Agency> {
    return loaders.agency.load(person.agencyId);
  }
}

@Resolver(() => CaseMember)
class MemberResolver {
  @ResolveField(() => Staff)
  staff(@Parent() member: CaseMember, @Context() { loaders }: Asking): Promise<Staff> {
    return loaders.staff.load(member.staffId);
  }
}

@Resolver(() => Conference)
class ConferenceResolver {
  @ResolveField(() => Staff)
  keyPerson(@Parent() held: Conference, @Context() { loaders }: Asking): Promise<Staff> {
    return loaders.staff.load(held.keyPersonId);
  }

  @ResolveField(() => [Decision])
  decisions(@Parent() held: Conference, @Context() { loaders }: Asking): Promise<Decision[]> {
    return loaders.decisions.load(held.id);
  }
}

@Resolver(() => Task)
class TaskResolver {
  constructor(private readonly database: DataSource) {}

  @UseGuards(SignedIn)
  @Query(() => [Task])
  myOpenTasks(@Args('first', number) first: number, @CurrentUser() user: User): Promise<Task[]> {
    return this.database.getRepository(Task).find({
      where: { ownerId: user.sub, isOpen: true, case: { members: { staffId: user.sub } } },
      order: { dueOn: 'ASC', id: 'ASC' },
      take: first,
    });
  }

  @UseGuards(SignedIn)
  @Mutation(() => Task)
  startTask(
    @Args('id', uuid) id: string,
    @Args('version', number) version: number,
    @CurrentUser() user: User,
    @CurrentAbility() ability: MongoAbility,
  ): Promise<Task> {
    return this.database.transaction(async (changes) => {
      const task = await changes.getRepository(Task).findOne({ where: { id }, relations: { case: { members: true } } });
      if (!task || !ability.can('start', subject('Task', task))) throw new ForbiddenException();
      const [was, becomes] = [
        { status: task.status, version },
        { status: 'IN_PROGRESS', version: version + 1 },
      ];
      const { affected } = await changes.update(Task, { id, version }, becomes);
      if (affected !== 1) throw new ConflictException();
      await changes.save(Trail, {
        staffId: user.sub,
        caseId: task.caseId,
        taskId: id,
        action: 'task.started',
        before: was,
        after: becomes,
      });
      return Object.assign(task, becomes);
    });
  }

  @ResolveField(() => Staff)
  owner(@Parent() task: Task, @Context() { loaders }: Asking): Promise<Staff> {
    return loaders.staff.load(task.ownerId);
  }

  @ResolveField(() => Agency)
  agency(@Parent() task: Task, @Context() { loaders }: Asking): Promise<Agency> {
    return loaders.agency.load(task.agencyId);
  }

  @ResolveField(() => ClientCase)
  case(@Parent() task: Task, @Context() { loaders }: Asking): Promise<ClientCase> {
    return loaders.case.load(task.caseId);
  }
}

export const RESOLVERS = [CaseResolver, CaseRowResolver, StaffResolver, MemberResolver, ConferenceResolver, TaskResolver];
