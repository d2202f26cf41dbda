import { useAsk, useVerb } from '../../data';
import { graphql, type Code, type ResultOf } from '../../graphql';
import { keys } from '../../live';

const HOUSEHOLD = graphql(`
  query Household($id: Uuid!) {
    case(id: $id) {
      id
      status
      revise: can(action: revise) {
        allowed
        because
      }
      addContact: may(action: add, subject: ContactDetail, category: IDENTITY) {
        allowed
        because
      }
      putShield: may(action: shield, subject: AddressShield, category: SAFETY) {
        allowed
        because
      }
      nameParty: may(action: write, subject: OtherParty, category: SAFETY) {
        allowed
        because
      }
      household {
        members {
          id
          name
          kana
          relation
          bornOn
          schoolings {
            id
            kind
            schoolName
            since
            until
          }
          contacts {
            id
            version
            kind
            value
            category
            since
            until
            end: can(action: end) {
              allowed
              because
            }
          }
        }
      }
      shield {
        id
        version
        since
        requestedOn
        authority
        maskedTexts
        endAskedById
        member {
          name
        }
        shieldedBy {
          name
          kana
        }
        endAskedBy {
          name
          kana
        }
        reason {
          body
        }
        endReason {
          body
        }
        end: can(action: end) {
          allowed
          because
        }
        lift: can(action: lift) {
          allowed
          because
        }
      }
      otherParties {
        id
        version
        name
        kana
        relation
        reason
        since
        until
        staff {
          name
        }
        agency {
          name
        }
        write: can(action: write) {
          allowed
          because
        }
      }
      conflictsOfInterest {
        id
        noticedAt
        waivedAt
        reason
        staff {
          name
          kana
        }
        waivedBy {
          name
        }
      }
    }
  }
`);
const ADD = graphql(`
  mutation AddContactDetail($commandId: Uuid!, $input: AddContactDetailInput!) { addContactDetail(commandId: $commandId, input: $input) { id } }
`);
const ADD_MEMBER = graphql(`
  mutation AddHouseholdMember($commandId: Uuid!, $input: AddHouseholdMemberInput!) {
    addHouseholdMember(commandId: $commandId, input: $input) { id }
  }
`);
const ENROL = graphql(`
  mutation EnrolChild($commandId: Uuid!, $input: EnrolChildInput!) { enrolChild(commandId: $commandId, input: $input) { id } }
`);
const END = graphql(`
  mutation EndContactDetail($commandId: Uuid!, $input: EndContactDetailInput!) { endContactDetail(commandId: $commandId, input: $input) { id } }
`);
const SHIELD = graphql(`
  mutation ShieldAddress($commandId: Uuid!, $input: ShieldAddressInput!) {
    shieldAddress(commandId: $commandId, input: $input) { id maskedTexts }
  }
`);
const ASK_END = graphql(`
  mutation EndShield($commandId: Uuid!, $input: EndShieldInput!) { endShield(commandId: $commandId, input: $input) { id } }
`);
const CONFIRM_END = graphql(`
  mutation ConfirmEndOfShield($commandId: Uuid!, $input: ConfirmEndOfShieldInput!) {
    confirmEndOfShield(commandId: $commandId, input: $input) { id }
  }
`);
const KEEP = graphql(`
  mutation KeepShield($commandId: Uuid!, $input: KeepShieldInput!) { keepShield(commandId: $commandId, input: $input) { id } }
`);
const NAME_PARTY = graphql(`
  mutation NameOtherParty($commandId: Uuid!, $input: NameOtherPartyInput!) { nameOtherParty(commandId: $commandId, input: $input) { id } }
`);
const END_PARTY = graphql(`
  mutation EndOtherParty($commandId: Uuid!, $input: EndOtherPartyInput!) { endOtherParty(commandId: $commandId, input: $input) { id } }
`);

export type Home = ResultOf<typeof HOUSEHOLD>['case'];
export type Member = NonNullable<Home['household']>['members'][number];
export type Contact = Member['contacts'][number];
export type Shield = NonNullable<Home['shield']>;
export type Relation = Code<'Relation'>;
export type SchoolKind = Code<'SchoolKind'>;
export type ContactKind = Code<'ContactKind'>;
export type PartyRelation = Code<'OtherPartyRelation'>;

export const useHousehold = (caseId: string) => useAsk(keys.ofCase(caseId, 'household'), HOUSEHOLD, { id: caseId });
export const useAddContact = (caseId: string) => useVerb(ADD, caseId);
export const useAddMember = (caseId: string) => useVerb(ADD_MEMBER, caseId);
export const useEnrolChild = (caseId: string) => useVerb(ENROL, caseId);
export const useEndContact = (caseId: string) => useVerb(END, caseId);
export const useShieldAddress = (caseId: string) => useVerb(SHIELD, caseId);
export const useEndShield = (caseId: string) => useVerb(ASK_END, caseId);
export const useConfirmEndOfShield = (caseId: string) => useVerb(CONFIRM_END, caseId);
export const useKeepShield = (caseId: string) => useVerb(KEEP, caseId);
export const useNameParty = (caseId: string) => useVerb(NAME_PARTY, caseId);
export const useEndParty = (caseId: string) => useVerb(END_PARTY, caseId);
