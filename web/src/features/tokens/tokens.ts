import type { QueryKey } from '@tanstack/react-query';
import { useVerb } from '../../data';
import { graphql, type Code } from '../../graphql';
import type { Subject } from './reach';

const ISSUE = graphql(`
  mutation IssueToken($commandId: Uuid!, $input: IssueTokenInput!) { issueToken(commandId: $commandId, input: $input) { token } }
`);
const REVOKE = graphql(`
  mutation RevokeToken($commandId: Uuid!, $input: RevokeTokenInput!) { revokeToken(commandId: $commandId, input: $input) { id } }
`);

export type Access = Code<'TokenAccess'>;

/** A token as its list shows it. */
export interface Token {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly access: Access;
  readonly subjects: readonly Subject[];
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

export const useIssue = (also: readonly QueryKey[]) => useVerb(ISSUE, undefined, also);
export const useRevoke = (also: readonly QueryKey[]) => useVerb(REVOKE, undefined, also);
