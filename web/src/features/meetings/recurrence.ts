import { useAsk, useVerb } from '../../data';
import { graphql, type Code } from '../../graphql';
import { keys } from '../../live';

const RECUR = graphql(`
  mutation SetRecurrence($commandId: Uuid!, $input: SetRecurrenceInput!) { setRecurrence(commandId: $commandId, input: $input) { id } }
`);
export const useSetRecurrence = () => useVerb(RECUR);

const RECURRING = graphql(`
  query RecurringDays($seriesId: Uuid!, $rule: ShortText!, $beginsOn: CalendarDate!, $whenClosed: WhenClosed!) {
    recurringDays(seriesId: $seriesId, rule: $rule, beginsOn: $beginsOn, whenClosed: $whenClosed) {
      plannedOn
      heldOn
      closed {
        name
      }
    }
  }
`);
interface Recurring {
  readonly seriesId: string;
  readonly rule: string;
  readonly beginsOn: string;
  readonly whenClosed: Code<'WhenClosed'>;
}
/** On which days a series would meet, before anything is set. */
export const useRecurringDays = (asked: Recurring, isSound: boolean) => useAsk(keys.mine('recurring', asked), RECURRING, asked, isSound);
