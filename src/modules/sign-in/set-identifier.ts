import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { notFound } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { Account } from './account.entity.js';
import { identifierOf } from './provider-account.js';

@InputType()
export class SetIdentifierInput {
  @Field(() => Uuid) staffId: string;
  @Field(() => ShortText, {
    nullable: true,
    description: 'What the provider calls them, such as a mail address; none ends signing in through it.',
  })
  identifier?: string | null;
}

/** Says by what a first sign-in through the provider finds this person. Whatever the provider was tied to before is untied. `CONFLICT` when somebody else has it. */
export async function setIdentifier(work: Work, input: SetIdentifierInput): Promise<Staff> {
  const staff = await work.lock(Staff, input.staffId);
  const account = await work.scope.first(Account, { staffId: staff.id });
  if (!account) throw notFound();
  work.must('administer', account);
  await work.save(account, { identifier: input.identifier ? identifierOf(input.identifier) : null, issuer: null, subject: null });
  work.record('identifier.set', staff, { to: [staff.id] });
  return staff;
}
