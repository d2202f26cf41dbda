import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';
import { useUndo } from '../../undo';
import { useWords } from '../../words/language';
import { words } from './words';

export const APPOINTMENT = graphql(`
  fragment AppointmentLine on Appointment {
    id
    version
    caseId
    startsAt
    place
    channel
    status
    staff {
      name
      kana
    }
    agency {
      name
    }
    reason {
      body
    }
    settle: can(action: settle) {
      allowed
      because
    }
  }
`);
const APPOINTMENTS = graphql(
  `
    query Appointments($id: Uuid!) {
      case(id: $id) {
        id
        status
        make: may(action: make, subject: Appointment) {
          allowed
          because
        }
        seats {
          staffId
          profession
          staff {
            name
          }
          agency {
            name
          }
        }
        appointments {
          ...AppointmentLine
        }
      }
    }
  `,
  [APPOINTMENT],
);
const MAKE = graphql(`
  mutation MakeAppointment($commandId: Uuid!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { id } }
`);
const KEEP = graphql(`
  mutation KeepAppointment($commandId: Uuid!, $input: KeepAppointmentInput!) {
    keepAppointment(commandId: $commandId, input: $input) { id version }
  }
`);
const MISS = graphql(`
  mutation MissAppointment($commandId: Uuid!, $input: MissAppointmentInput!) {
    missAppointment(commandId: $commandId, input: $input) { id version }
  }
`);
const CANCEL = graphql(`
  mutation CancelAppointment($commandId: Uuid!, $input: CancelAppointmentInput!) {
    cancelAppointment(commandId: $commandId, input: $input) { id version }
  }
`);
const REVERT = graphql(`
  mutation RevertAppointment($commandId: Uuid!, $input: RevertAppointmentInput!) {
    revertAppointment(commandId: $commandId, input: $input) { id }
  }
`);

export type AppointmentsOfCase = ResultOf<typeof APPOINTMENTS>['case'];
export type Appointment = ResultOf<typeof APPOINTMENT>;
export type Channel = Code<'Channel'>;

export const useAppointments = (caseId: string) => useAsk(keys.ofCase(caseId, 'appointments'), APPOINTMENTS, { id: caseId });
export const useMakeAppointment = (caseId: string) => useVerb(MAKE, caseId);
export function useKeepAppointment(of: Appointment) {
  const undo = useUndoOf(of, 'kept');
  return useVerb(KEEP, of.caseId, [], ({ keepAppointment }) => undo(keepAppointment));
}
export function useMissAppointment(of: Appointment) {
  const undo = useUndoOf(of, 'missed');
  return useVerb(MISS, of.caseId, [], ({ missAppointment }) => undo(missAppointment));
}
export function useCancelAppointment(of: Appointment) {
  const undo = useUndoOf(of, 'cancelled');
  return useVerb(CANCEL, of.caseId, [], ({ cancelAppointment }) => undo(cancelAppointment));
}

/** Offers to take back what was just noted of an appointment. */
function useUndoOf({ id, caseId }: Appointment, step: 'kept' | 'missed' | 'cancelled') {
  const w = useWords(words);
  const offer = useUndo();
  return (now: { readonly version: number } | null) =>
    now && offer({ done: w[step], document: REVERT, input: { appointmentId: id, version: now.version }, caseId });
}
