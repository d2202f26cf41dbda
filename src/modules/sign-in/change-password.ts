import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { NewPassword } from '../../graphql/scalars.js';
import { invalid, notFound, Refusal } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import { Account } from './account.entity.js';
import { endAll } from './end-sessions.js';
import { hashOf, isRight, refuseGuessable } from './passwords.js';
import { Session } from './session.entity.js';

@InputType()
export class ChangePasswordInput {
  @Field() current: string;
  @Field(() => NewPassword) next: string;
}

const CURRENT = 'input.current';

/** Whether a change was refused because the current password was wrong. */
export const isWrongPassword = (fault: unknown): boolean => fault instanceof Refusal && fault.fields.some(({ path }) => path === CURRENT);

/** Changes one's own password and ends one's other sessions. `INVALID` when the current one is wrong, or the next is easy to guess. */
export async function changePassword(work: Work, input: ChangePasswordInput): Promise<Staff> {
  const { staffId, sessionId } = work.staff;
  const account = await work.scope.first(Account, { staffId });
  if (!account) throw notFound();
  work.must('change', account);
  if (!(await isRight(account.passwordHash, input.current))) {
    throw invalid(CURRENT, 'NOT_ALLOWED', { ja: '現在のパスワードが違います。', en: 'The current password is wrong.' });
  }
  const staff = await work.scope.one(Staff, staffId);
  refuseGuessable('input.next', input.next, [account.login, staff.name, staff.kana]);
  await work.save(account, { passwordHash: await hashOf(input.next), linkHash: null, linkExpiresAt: null, linkLetter: null });
  work.record('password.changed', staff, { to: [staffId] });
  await endAll(work, await work.scope.find(Session, { staffId, endedAt: null, id: { $ne: sessionId } }));
  return staff;
}
