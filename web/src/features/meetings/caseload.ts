import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const CASELOAD = graphql(`
  query Caseload($id: Uuid!) {
    series(seriesId: $id) {
      caseload {
        id
        version
        caseId
        since
        takeOff: can(action: takeOff) {
          allowed
          because
        }
      }
    }
    progress(seriesId: $id) {
      caseId
      since
      isChanged
      isRewritten
      case {
        id
        number
        headline
        appointments {
          id
          status
          startsAt
        }
        keyPerson {
          staff {
            name
            kana
          }
        }
      }
      changes {
        seq
        at
        sentence
      }
    }
    withoutAppointment(seriesId: $id) {
      id
    }
  }
`);
const MY_CASES = graphql(`
  query CasesToPlace {
    cases { id number headline status }
  }
`);
const PLACE = graphql(`
  mutation PlaceOnCaseload($commandId: Uuid!, $input: PlaceOnCaseloadInput!) { placeOnCaseload(commandId: $commandId, input: $input) { id } }
`);
const TAKE_OFF = graphql(`
  mutation TakeOffCaseload($commandId: Uuid!, $input: TakeOffCaseloadInput!) { takeOffCaseload(commandId: $commandId, input: $input) { id } }
`);
export type Caseload = ResultOf<typeof CASELOAD>;
export const useCaseload = (id: string) => useAsk(keys.mine('caseload', id), CASELOAD, { id });
export const useMyCases = () => useAsk(keys.mine('cases-to-place'), MY_CASES, {}).data?.cases ?? [];
export const usePlace = () => useVerb(PLACE);
export const useTakeOff = () => useVerb(TAKE_OFF);
