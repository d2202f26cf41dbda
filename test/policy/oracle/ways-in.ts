import type { Row } from './world.js';

/** A session that does not end because nobody is there. */
export const STILL_THERE = { method: 'PASSWORD', device: '', isKnownDevice: false, idleMinutes: 1_000_000 };

export const SIGN_IN_RULES: readonly Row[] = [
  { type: 'SignInRule', id: 'cccccccc-0000-4000-8000-000000000000', profession: 'MANAGER', needsSecondFactor: true },
];

/** A second factor and a token of somebody, numbered after them. */
export function waysIn(staffId: string, since: Date, until: Date): Row[] {
  const numbered = (digit: string) => `${digit.repeat(8)}${staffId.slice(8)}`;
  const unseen = (digit: string) => `\\x${digit}${staffId.replaceAll('-', '').slice(1)}`;
  return [
    {
      type: 'SecondFactor',
      id: numbered('a'),
      staffId,
      kind: 'TOTP',
      name: 'x',
      secret: unseen('a'),
      counter: 0,
      addedAt: since,
      endedAt: null,
    },
    {
      ...{
        type: 'ApiToken',
        id: numbered('b'),
        staffId,
        issuedById: staffId,
        name: 'x',
        tokenHash: unseen('b'),
        access: 'READ',
        subjects: [],
      },
      ...{ issuedAt: since, expiresAt: until, revokedAt: null },
    },
  ];
}
