import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Kana, NewPassword, ShortText } from '../../graphql/scalars.js';
import { Account } from '../sign-in/account.entity.js';
import { hashOf, refuseGuessable } from '../sign-in/passwords.js';
import { Staff } from './staff.entity.js';

@InputType()
export class AddStaffInput {
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
  @Field(() => ShortText) login: string;
  @Field(() => NewPassword, { nullable: true, description: 'A first password; without one they choose their own by a link.' })
  password?: string | null;
}

/** Adds a member of staff with a local account. `CONFLICT` when the login is taken. They sign in once they are posted. */
export async function addStaff(work: Work, { name, kana, login, password }: AddStaffInput): Promise<Staff> {
  work.must('administer', {}, Staff);
  if (password) refuseGuessable('input.password', password, [login, name, kana]);
  const staff = await work.insert(Staff, { name, kana, isService: false });
  await work.insert(Account, {
    staffId: staff.id,
    login,
    passwordHash: password ? await hashOf(password) : null,
    identifier: null,
    issuer: null,
    subject: null,
    linkHash: null,
    linkExpiresAt: null,
    linkLetter: null,
    recoveryHashes: [],
  });
  work.record('staff.added', staff);
  work.record('account.opened', staff, { to: [staff.id] });
  return staff;
}
