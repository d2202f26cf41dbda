import { useAsk, useVerb } from '../../data';
import { graphql } from '../../graphql';
import { keys } from '../../live';
import type { Profession } from './directory';

const WAYS_OF = graphql(`
  query WaysInOf($staffId: Uuid!) {
    secondFactorsOf(staffId: $staffId) { id version kind name }
    sessionsOf(staffId: $staffId) { id }
  }
`);
const MAKE_LINK = graphql(`
  mutation MakeSignInLink($commandId: Uuid!, $input: MakeSignInLinkInput!) { makeSignInLink(commandId: $commandId, input: $input) { address } }
`);
const SENDS_MAIL = graphql(`
  query SendsMail { waysIn { mail } }
`);
const TOKENS = graphql(`
  query Tokens { tokens { id version name access subjects expiresAt lastUsedAt staffId } }
`);
const SET_IDENTIFIER = graphql(`
  mutation SetIdentifier($commandId: Uuid!, $input: SetIdentifierInput!) { setIdentifier(commandId: $commandId, input: $input) { id } }
`);
const END_FACTOR = graphql(`
  mutation EndFactorOf($commandId: Uuid!, $input: EndSecondFactorInput!) { endSecondFactor(commandId: $commandId, input: $input) { id } }
`);
const END_SESSION = graphql(`
  mutation EndSessionOf($commandId: Uuid!, $input: EndSessionInput!) { endSession(commandId: $commandId, input: $input) { id } }
`);
const RULES = graphql(`
  query SignInRules { signInRules { profession needsSecondFactor } }
`);
const REQUIRE = graphql(`
  mutation RequireSecondFactor($commandId: Uuid!, $input: RequireSecondFactorInput!) {
    requireSecondFactor(commandId: $commandId, input: $input) { id }
  }
`);

export const useWaysInOf = (staffId: string) => useAsk(keys.directory('ways-in', staffId), WAYS_OF, { staffId });
export const useMakeLink = () => useVerb(MAKE_LINK);
/** Whether mail goes out from here. */
export const useSendsMail = () => useAsk(keys.directory('mail'), SENDS_MAIL, {}).data?.waysIn.mail ?? false;
export const useSetIdentifier = () => useVerb(SET_IDENTIFIER);
export const useEndFactorOf = (staffId: string) => useVerb(END_FACTOR, undefined, [keys.directory('ways-in', staffId)]);
export const useEndSessionOf = (staffId: string) => useVerb(END_SESSION, undefined, [keys.directory('ways-in', staffId)]);
export const useRequire = () => useVerb(REQUIRE, undefined, [keys.directory('sign-in-rules')]);

export const TOKENS_OF_SERVICES = keys.directory('tokens');
/** The tokens of a program of an agency. */
export function useServiceTokens(staffId: string) {
  const { data, error } = useAsk(TOKENS_OF_SERVICES, TOKENS, {});
  return { tokens: data?.tokens.filter((token) => token.staffId === staffId), error };
}

/** Which professions need a second factor. */
export function useRules() {
  const { data, error } = useAsk(keys.directory('sign-in-rules'), RULES, {});
  const needs = (profession: Profession) =>
    data?.signInRules.some((rule) => rule.profession === profession && rule.needsSecondFactor) ?? false;
  return { isThere: data !== undefined, error, needs };
}
