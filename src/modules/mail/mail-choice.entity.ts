import { REMINDERS } from '../../calendar/reminders.js';
import type { Row } from '../../database/work.js';
import { codes, Count, Fact, Id, Line, ManyCodes, Ref, Table } from '../../graphql/columns.js';

export const Reminder = codes('Reminder', REMINDERS);

@Table('mail_choice', 'Where somebody wants mail, and of what. Without one they get none.')
export class MailChoice implements Row {
  @Id() id: string;
  @Ref() staffId: string;
  @Line() address: string;
  /** Of what waits for them. */
  @Fact() notices: boolean;
  /** Invitations to meetings that calendars understand, with their changes and cancellations. */
  @Fact() invitations: boolean;
  /** Of deadlines; none where it is empty. */
  @ManyCodes(Reminder) reminders: (keyof typeof Reminder)[];
  @Count() version: number;
}
