import { useAsk } from '../../data';
import { graphql, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const KINDS = graphql(`
  query KindsOfSeries {
    meetingKinds {
      code
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
      decides
      chairTitle
      chairProfessions
      recorderProfessions
    }
  }
`);
export type Kind = ResultOf<typeof KINDS>['meetingKinds'][number];
export const useKinds = () => useAsk(keys.directory('kinds'), KINDS, {}).data?.meetingKinds ?? [];
