import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Kana, NewPassword, ShortText } from '../../graphql/scalars.js';
import { Account } from './account.entity.js';
import { hashOf } from './passwords.js';
import { Staff } from './staff.entity.js';

@InputType()
export class AddStaffInput {
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
  @Field(() => ShortText) login: string;
  @Field(() => NewPassword) password: string;
}

/** Adds a member of staff with a local account. `CONFLICT` when the login is taken. They sign in once they are posted. */
export async function addStaff(work: Work, input: AddStaffInput): Promise<Staff> {
  work.must('administer', {}, Staff);
  const staff = await work.insert(Staff, { name: input.name, kana: input.kana });
  await work.insert(Account, { staffId: staff.id, login: input.login, passwordHash: await hashOf(input.password) });
  work.record('staff.added', staff);
  work.record('account.opened', staff, { to: [staff.id] });
  return staff;
}
