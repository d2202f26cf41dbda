import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const DIRECTORY = graphql(`
  query Directory {
    agencies {
      id
      version
      name
      kind
      parentId
      closedOn
      administer: can(action: administer) {
        allowed
        because
      }
    }
    staff {
      id
      version
      name
      kana
      isService
      administer: can(action: administer) {
        allowed
        because
      }
      postings {
        id
        version
        profession
        since
        until
        isCurrent
        isSeconded
        agency {
          id
          name
        }
        homeAgency {
          name
        }
      }
    }
  }
`);
const ADD_AGENCY = graphql(`
  mutation AddAgency($commandId: Uuid!, $input: AddAgencyInput!) { addAgency(commandId: $commandId, input: $input) { id } }
`);
const CLOSE_AGENCY = graphql(`
  mutation CloseAgency($commandId: Uuid!, $input: CloseAgencyInput!) { closeAgency(commandId: $commandId, input: $input) { id } }
`);
const RENAME_AGENCY = graphql(`
  mutation RenameAgency($commandId: Uuid!, $input: RenameAgencyInput!) { renameAgency(commandId: $commandId, input: $input) { id } }
`);
const RENAME_STAFF = graphql(`
  mutation RenameStaff($commandId: Uuid!, $input: RenameStaffInput!) { renameStaff(commandId: $commandId, input: $input) { id } }
`);
const ADD_STAFF = graphql(`
  mutation AddStaff($commandId: Uuid!, $input: AddStaffInput!) { addStaff(commandId: $commandId, input: $input) { id name } }
`);
const ADD_SERVICE = graphql(`
  mutation AddService($commandId: Uuid!, $input: AddServiceInput!) { addService(commandId: $commandId, input: $input) { id } }
`);
const POST = graphql(`
  mutation PostStaff($commandId: Uuid!, $input: PostStaffInput!) { postStaff(commandId: $commandId, input: $input) { id } }
`);
const END_POSTING = graphql(`
  mutation EndPosting($commandId: Uuid!, $input: EndPostingInput!) { endPosting(commandId: $commandId, input: $input) { id } }
`);

export type Directory = ResultOf<typeof DIRECTORY>;
export type Agency = Directory['agencies'][number];
export type Person = Directory['staff'][number];
export type Posting = Person['postings'][number];
export type AgencyKind = Code<'AgencyKind'>;
export type Profession = Code<'Profession'>;

const ALL = [keys.directory()];
export const useDirectory = () => useAsk(keys.directory('administration'), DIRECTORY, {});
export const useAddAgency = () => useVerb(ADD_AGENCY, undefined, ALL);
export const useCloseAgency = () => useVerb(CLOSE_AGENCY, undefined, ALL);
export const useRenameAgency = () => useVerb(RENAME_AGENCY, undefined, ALL);
export const useRenameStaff = () => useVerb(RENAME_STAFF, undefined, ALL);
export const useAddStaff = () => useVerb(ADD_STAFF, undefined, ALL);
export const useAddService = () => useVerb(ADD_SERVICE, undefined, ALL);
export const usePostStaff = () => useVerb(POST, undefined, ALL);
export const useEndPosting = () => useVerb(END_POSTING, undefined, ALL);
