import type { StaffActor } from './actor.js';
import { AS_ADMINISTRATOR, AS_CONCERNED, AS_STAFF, grant } from './grant.js';
import type { Grant } from './rules.js';

/** Everyone keeps their own ways in; system administrators open them, close them and say what they must be, and never learn a secret. */
export function signingIn(actor: StaffActor): Grant[] {
  const own = { staffId: actor.staffId };
  return [
    grant(AS_STAFF, 'read', 'SignInRule'),
    grant(AS_CONCERNED, 'read', 'Account', own),
    grant(AS_CONCERNED, 'change', 'Account', own),
    grant(AS_CONCERNED, 'read', 'Session', own),
    grant(AS_CONCERNED, 'end', 'Session', own),
    grant(AS_CONCERNED, 'read', 'SecondFactor', own),
    grant(AS_CONCERNED, 'add', 'SecondFactor', own),
    grant(AS_CONCERNED, 'end', 'SecondFactor', own),
    grant(AS_CONCERNED, 'read', 'ApiToken', own),
    grant(AS_CONCERNED, 'issue', 'ApiToken', own),
    grant(AS_CONCERNED, 'revoke', 'ApiToken', own),
    ...(actor.postings.some(({ profession }) => profession === 'SYSTEM_ADMINISTRATOR') ? administering : []),
  ];
}

const administering: readonly Grant[] = [
  grant(AS_ADMINISTRATOR, 'read', 'Account'),
  grant(AS_ADMINISTRATOR, 'administer', 'Account'),
  grant(AS_ADMINISTRATOR, 'read', 'Session'),
  grant(AS_ADMINISTRATOR, 'end', 'Session'),
  grant(AS_ADMINISTRATOR, 'read', 'SecondFactor'),
  grant(AS_ADMINISTRATOR, 'end', 'SecondFactor'),
  grant(AS_ADMINISTRATOR, 'change', 'SignInRule'),
  grant(AS_ADMINISTRATOR, 'read', 'ApiToken'),
  grant(AS_ADMINISTRATOR, 'administer', 'ApiToken'),
  grant(AS_ADMINISTRATOR, 'revoke', 'ApiToken'),
];
