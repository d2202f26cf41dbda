import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { plusDays, today } from '../../words/dates';

const CALENDAR = graphql(`
  query OfficeCalendar($agencyId: Uuid!, $fromOn: CalendarDate!, $toOn: CalendarDate!) {
    closingDays(agencyId: $agencyId) {
      id
      version
      heldOn
      name
    }
    closedDays(fromOn: $fromOn, toOn: $toOn, agencyId: $agencyId) {
      on
      why
      name
    }
  }
`);
const ADD = graphql(`
  mutation AddClosingDay($commandId: Uuid!, $input: AddClosingDayInput!) {
    addClosingDay(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const WITHDRAW = graphql(`
  mutation WithdrawClosingDay($commandId: Uuid!, $input: WithdrawClosingDayInput!) {
    withdrawClosingDay(commandId: $commandId, input: $input) {
      id
    }
  }
`);
const TURN = graphql(`
  mutation SetTurnOfYear($commandId: Uuid!, $input: SetTurnOfYearInput!) {
    setTurnOfYear(commandId: $commandId, input: $input) {
      id
    }
  }
`);
export type OfficeRead = ResultOf<typeof CALENDAR>;

const ALL = [keys.directory()];
const DAYS_AHEAD = 365;

/** When the offices of a municipality are closed in the year to come. */
export const useOffice = (agencyId: string) =>
  useAsk(keys.directory('office', agencyId), CALENDAR, { agencyId, fromOn: today(), toOn: plusDays(today(), DAYS_AHEAD) }, agencyId !== '');
export const useAddClosingDay = () => useVerb(ADD, undefined, ALL);
export const useWithdrawClosingDay = () => useVerb(WITHDRAW, undefined, ALL);
export const useSetTurnOfYear = () => useVerb(TURN, undefined, ALL);
