import { Args, Context, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionName, Permission } from '../../graphql/can.resolver.js';
import type { RequestContext } from '../../graphql/request.js';
import { WHOLE_ROW } from '../../database/selection.js';
import type { Action } from '../../permissions/actions.js';
import { SUBJECTS, type SubjectName } from '../../permissions/subjects.js';
import { Category } from './category.js';
import { SupportCase } from './support-case.entity.js';

const Subject = Object.fromEntries(SUBJECTS.map((name) => [name, name]));
registerEnumType(Subject, { name: 'Subject', description: 'What the rules speak about.' });

/** Answers for what does not exist yet what `can` answers for a row: whether a button that begins something can be pressed, and why not. */
@Resolver(() => SupportCase)
export class MayResolver {
  @ResolveField(() => Permission, { description: 'May the person who asks do this on the case, to something that is still to be made?' })
  async may(
    @Parent() parent: Record<string, SupportCase>,
    @Args('action', { type: () => ActionName }) action: Action,
    @Args('subject', { type: () => Subject }) subject: SubjectName,
    @Args('category', { type: () => Category, defaultValue: 'COORDINATION' }) category: Category,
    @Context() request: RequestContext,
  ): Promise<Permission> {
    const { id: caseId, householdId } = parent[WHOLE_ROW]!;
    const ability = await request.ability();
    const { allowed, because } = ability.decide(action, subject, { caseId, householdId, category });
    return { allowed, because: because[request.language] };
  }
}
