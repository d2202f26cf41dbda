import type { Sentence } from '../refusal.js';
import type { Grant } from './rules.js';
import type { SubjectName } from './subjects.js';

/** How far a token reaches: reading alone or writing too, and which subjects; none named stands for all. */
export interface TokenScope {
  readonly access: 'READ' | 'WRITE';
  readonly subjects: readonly SubjectName[];
}

/** What no token reaches, whatever it says: one that leaked would else become a password, or another token. */
const NEVER: readonly SubjectName[] = ['Account', 'Session', 'SecondFactor', 'SignInRule', 'ApiToken'];

/** The grants of a person that a token passes on. It takes away and never adds, so it is read like every other rule. */
export const passedOn = (grants: readonly Grant[], { access, subjects }: TokenScope): Grant[] =>
  grants.filter(
    ({ action, subject }) =>
      !NEVER.includes(subject) && (action === 'read' || access === 'WRITE') && (subjects.length === 0 || subjects.includes(subject)),
  );

export const BEYOND_THE_TOKEN: Sentence = {
  ja: 'このトークンで許可された範囲を超えています。',
  en: 'This is beyond what the token allows.',
};
