import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Profession } from '../people/posting.entity.js';
import { SignInRule } from './sign-in-rule.entity.js';

@InputType()
export class RequireSecondFactorInput {
  @Field(() => Profession) profession: keyof typeof Profession;
  @Field() needsSecondFactor: boolean;
}

/** Says whether those who are posted as something need a second factor, from their next sign-in on. */
export async function requireSecondFactor(work: Work, { profession, needsSecondFactor }: RequireSecondFactorInput): Promise<SignInRule> {
  work.must('change', {}, SignInRule);
  const known = await work.scope.first(SignInRule, { profession });
  const rule = known
    ? await work.save(await work.lock(SignInRule, known.id), { needsSecondFactor })
    : await work.insert(SignInRule, { profession, needsSecondFactor });
  work.record('sign-in-rule.changed', rule);
  return rule;
}
