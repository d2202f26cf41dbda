import { SetMetadata } from '@nestjs/common';
import type { Action } from '../permissions/actions.js';
import type { SubjectName } from '../permissions/subjects.js';

export const DECLARED = 'tsunagi:declared';

/** What an endpoint declares: the action on the subject that its door will decide, or that it is open to anyone. */
export type Declaration = { readonly action: Action | 'sign-in'; readonly subject: SubjectName | 'Account' };

/** Declares what a resolver method asks of the rules. The door decides; the checked-in list of declarations is the review. */
export const Allow = (action: Declaration['action'], subject: Declaration['subject']) =>
  SetMetadata<string, Declaration>(DECLARED, { action, subject });
