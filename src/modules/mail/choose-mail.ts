import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { MailAddress } from '../../graphql/scalars.js';
import { refuseUnlessFresh } from '../sign-in/fresh.js';
import { MailChoice, Reminder } from './mail-choice.entity.js';

@InputType()
export class ChooseMailInput {
  @Field(() => MailAddress, { description: 'An address of your work, not a private one.' }) address: string;
  @Field({ defaultValue: true, description: 'Mail of what waits for you.' }) notices: boolean;
  @Field({ defaultValue: true, description: 'Invitations to meetings, for your calendar.' }) invitations: boolean;
  @Field(() => [Reminder], { defaultValue: [], description: 'When to remind you of deadlines; none where it is empty.' })
  reminders: (keyof typeof Reminder)[];
}

/**
 * Says where one wants mail and of what: all of it off means none. Mail carries nothing about clients, but links for signing in go the same way:
 * where to is changed only shortly after signing in.
 */
export async function chooseMail(work: Work, input: ChooseMailInput): Promise<MailChoice> {
  const { staffId } = work.staff;
  const choice = {
    address: input.address,
    notices: input.notices,
    invitations: input.invitations,
    reminders: [...new Set(input.reminders)],
  };
  const known = await work.scope.first(MailChoice, { staffId });
  if (known?.address !== input.address) await refuseUnlessFresh(work);
  const chosen = known
    ? await work.save(await work.lock(MailChoice, known.id), choice)
    : await work.insert(MailChoice, { staffId, ...choice });
  work.must('choose', chosen);
  const { notices, invitations, reminders } = choice;
  work.record('mail.chosen', chosen, { notices, invitations, reminders });
  return chosen;
}
