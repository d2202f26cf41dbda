import { Context, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import type { RequestContext } from '../../graphql/request.js';
import { STATUTE_NAMES, STATUTES } from '../../permissions/bases.js';
import { InformationCategory } from '../cases/category.js';
import { Statute } from './record-basis.js';

@ObjectType({
  description: 'A ground other than consent on which an agency may know something: a default, to be confirmed by each municipality.',
})
export class Ground {
  @Field(() => Statute) statute: keyof typeof Statute;
  @Field({ description: 'In the language of the request.' }) name: string;
  @Field({ description: 'Where it is written.' }) citation: string;
  @Field(() => [InformationCategory]) covers: readonly InformationCategory[];
  @Field(() => Int, { nullable: true, description: 'The longest it can last.' }) longestDays: number | null;
}

@Resolver()
export class GroundsResolver {
  @Query(() => [Ground], { description: 'The grounds that `recordBasis` knows, with what each covers.' })
  @Allow('read', 'NeedToKnowCell')
  grounds(@Context() { language }: RequestContext): Ground[] {
    return STATUTE_NAMES.map((statute) => ({ ...STATUTES[statute], statute, name: STATUTES[statute].name[language] }));
  }
}
