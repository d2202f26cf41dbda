import { useAsk, useVerb } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const KINDS = graphql(`
  query KindsOfSeries {
    meetingKinds {
      code
      version
      nameJa
      nameEn
      source
      subject
      needsConsent
      statute
      cadenceTimes
      cadencePer
      mandatoryProfessions
      mandatoryAgencyIds
      needsMandatory
      decides
      chairTitle
      chairProfessions
      recorderProfessions
      quorumPercent
      brings
      takesProposals
      retentionYears
      staffId
      reason
    }
  }
`);
export type Kind = ResultOf<typeof KINDS>['meetingKinds'][number];
export const useKinds = () => useAsk(keys.directory('kinds'), KINDS, {});

const ADD = graphql(`
  mutation AddMeetingKind($commandId: Uuid!, $input: AddMeetingKindInput!) { addMeetingKind(commandId: $commandId, input: $input) { id } }
`);
const REVISE = graphql(`
  mutation ReviseMeetingKind($commandId: Uuid!, $input: ReviseMeetingKindInput!) { reviseMeetingKind(commandId: $commandId, input: $input) { id } }
`);
export const useAddKind = () => useVerb(ADD, undefined, [keys.directory('kinds')]);
export const useReviseKind = () => useVerb(REVISE, undefined, [keys.directory('kinds')]);
