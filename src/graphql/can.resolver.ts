import { Args, Context, Field, Info, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { WHOLE_ROW } from '../database/selection.js';
import { subjectOf } from '../database/shape.js';
import { ACTIONS, type Action } from '../permissions/actions.js';
import { Governed } from './columns.js';
import type { RequestContext } from './request.js';

@ObjectType({ description: 'The answer of the rules, and the reason either way.' })
export class Permission {
  @Field() allowed: boolean;
  @Field({ description: 'In the language of the request.' }) because: string;
}

const verbs = [...new Set(['read', ...Object.values(ACTIONS).flatMap((actions) => Object.keys(actions))])].sort();
export const ActionName = Object.fromEntries(verbs.map((verb) => [verb, verb]));
registerEnumType(ActionName, { name: 'Action', description: 'What can be done to a row; not every action concerns every type.' });

/** Answers `can` on every row: what a button may do, computed by the same rules as the doors. */
@Resolver(() => Governed)
export class CanResolver {
  @ResolveField(() => Permission, { description: 'May the person who asks do this to the row?' })
  async can(
    @Parent() parent: Record<string, object>,
    @Args('action', { type: () => ActionName }) action: Action,
    @Context() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Permission> {
    const ability = await request.ability();
    const { allowed, because } = ability.decide(action, subjectOf({ name: info.parentType.name }), parent[WHOLE_ROW] ?? {});
    return { allowed, because: because[request.language] };
  }
}
