import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const OWN = graphql(`
  query OwnTime($staffId: Uuid!) {
    workingWeeks(staffId: $staffId) {
      id
      agencyId
      since
      until
      agency {
        name
      }
      hours {
        weekday
        opens
        closes
      }
    }
    absences(staffId: $staffId) {
      id
      version
      since
      until
    }
  }
`);
const SET_WEEK = graphql(`
  mutation SetWorkingWeek($commandId: Uuid!, $input: SetWorkingWeekInput!) { setWorkingWeek(commandId: $commandId, input: $input) { id } }
`);
const REPORT = graphql(`
  mutation ReportAbsence($commandId: Uuid!, $input: ReportAbsenceInput!) { reportAbsence(commandId: $commandId, input: $input) { id } }
`);
const WITHDRAW = graphql(`
  mutation WithdrawAbsence($commandId: Uuid!, $input: WithdrawAbsenceInput!) { withdrawAbsence(commandId: $commandId, input: $input) { id } }
`);

export type OwnTimeRead = ResultOf<typeof OWN>;
export const useOwnTime = (staffId: string) => useAsk(keys.mine('time', staffId), OWN, { staffId });
export const useSetWorkingWeek = () => useVerb(SET_WEEK);
export const useReportAbsence = () => useVerb(REPORT);
export const useWithdrawAbsence = () => useVerb(WITHDRAW);
