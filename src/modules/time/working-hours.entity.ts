import { WEEKDAYS } from '../../calendar/days.js';
import { Code, codes, Count, Id, Line, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';

export const Weekday = codes('Weekday', WEEKDAYS);

@Table('working_hours', 'One day of a working week, by clocks `HH:MM` in Japan.')
export class WorkingHours implements Row {
  @Id() id: string;
  @Ref() weekId: string;
  @Code(Weekday) weekday: keyof typeof Weekday;
  @Line() opens: string;
  @Line() closes: string;
  @Count() version: number;
}
