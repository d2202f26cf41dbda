import { useAsk } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';

const AGENCIES = graphql(`
  query AgencyNames {
    agencies { id name closedOn }
  }
`);
const PEOPLE = graphql(`
  query PeoplePosted {
    staff {
      id
      name
      kana
      postings {
        isCurrent
        profession
        agency {
          id
          name
        }
      }
    }
  }
`);
const GROUNDS = graphql(`
  query GroundNames {
    grounds { statute name citation }
  }
`);

export const useAgencyNames = () => useAsk(keys.directory('agency-names'), AGENCIES, {}).data?.agencies ?? [];
export const usePeople = () => useAsk(keys.directory('people-posted'), PEOPLE, {}).data?.staff ?? [];
export const useGrounds = () => useAsk(keys.directory('grounds'), GROUNDS, {}).data?.grounds ?? [];
