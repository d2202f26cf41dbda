import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const LIST = graphql(`
  query SeriesList {
    meetingSeries {
      id
      name
      place
      since
      until
      host {
        name
      }
      kind {
        nameJa
        nameEn
        cadenceTimes
        cadencePer
        mandatoryProfessions
        mandatoryAgencyIds
      }
      members {
        id
      }
      sessionsAhead {
        id
        startsAt
      }
      planned {
        startsAt
      }
    }
  }
`);
const SERIES = graphql(`
  query Series($id: Uuid!) {
    series(seriesId: $id) {
      id
      version
      name
      place
      since
      until
      agencyId
      host {
        name
      }
      startedBy {
        name
        kana
      }
      kind {
        code
        nameJa
        nameEn
        source
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
      }
      administer: can(action: administer) {
        allowed
        because
      }
      convene: can(action: convene) {
        allowed
        because
      }
      members {
        id
        version
        staffId
        part
        profession
        since
        staff {
          name
          kana
        }
        agency {
          id
          name
        }
      }
      recurrence {
        rule
        beginsOn
        opens
        closes
        whenClosed
        setBy {
          name
        }
      }
      planned {
        id
        version
        plannedOn
        startsAt
        endsAt
        place
        isTouched
        reason {
          body
        }
      }
      sessions {
        id
        number
        status
        startsAt
        endsAt
        place
      }
    }
  }
`);
export type SeriesLine = ResultOf<typeof LIST>['meetingSeries'][number];
export type Series = ResultOf<typeof SERIES>['series'];
export type Member = Series['members'][number];
export type Planned = Series['planned'][number];
export type Profession = Code<'Profession'>;
export type SeriesPartCode = Code<'SeriesPart'>;

export const useSeriesList = () => useAsk(keys.mine('series'), LIST, {});
export const useSeries = (id: string) => useAsk(keys.mine('series', id), SERIES, { id });

const START = graphql(`
  mutation StartSeries($commandId: Uuid!, $input: StartSeriesInput!) { startSeries(commandId: $commandId, input: $input) { id } }
`);
const END = graphql(`
  mutation EndSeries($commandId: Uuid!, $input: EndSeriesInput!) { endSeries(commandId: $commandId, input: $input) { id } }
`);
const ADD_MEMBER = graphql(`
  mutation AddSeriesMember($commandId: Uuid!, $input: AddSeriesMemberInput!) { addSeriesMember(commandId: $commandId, input: $input) { id } }
`);
const END_MEMBER = graphql(`
  mutation EndMembership($commandId: Uuid!, $input: EndSeriesMembershipInput!) { endSeriesMembership(commandId: $commandId, input: $input) { id } }
`);
const ADD_PLANNED = graphql(`
  mutation AddPlanned($commandId: Uuid!, $input: AddPlannedSessionInput!) { addPlannedSession(commandId: $commandId, input: $input) { id } }
`);
const MOVE_PLANNED = graphql(`
  mutation MovePlanned($commandId: Uuid!, $input: MovePlannedSessionInput!) { movePlannedSession(commandId: $commandId, input: $input) { id } }
`);
const CALL_OFF = graphql(`
  mutation CallOffPlanned($commandId: Uuid!, $input: CancelPlannedSessionInput!) { cancelPlannedSession(commandId: $commandId, input: $input) { id } }
`);
const CONVENE = graphql(`
  mutation ConvenePlanned($commandId: Uuid!, $input: ConvenePlannedSessionInput!) { convenePlannedSession(commandId: $commandId, input: $input) { id } }
`);

export const useStartSeries = () => useVerb(START);
export const useEndSeries = () => useVerb(END);
export const useAddMember = () => useVerb(ADD_MEMBER);
export const useEndMembership = () => useVerb(END_MEMBER);
export const useAddPlanned = () => useVerb(ADD_PLANNED);
export const useMovePlanned = () => useVerb(MOVE_PLANNED);
export const useCallOffPlanned = () => useVerb(CALL_OFF);
export const useConvenePlanned = () => useVerb(CONVENE);
