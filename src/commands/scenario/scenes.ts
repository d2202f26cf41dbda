import { decisions } from './scenes/decisions.js';
import { theCall } from './scenes/the-call.js';
import { theChain } from './scenes/the-chain.js';
import { theClose } from './scenes/the-close.js';
import { theConsent } from './scenes/the-consent.js';
import { theCounter } from './scenes/the-counter.js';
import { theHistory } from './scenes/the-history.js';
import { theKeyPerson } from './scenes/the-key-person.js';
import { theManager } from './scenes/the-manager.js';
import { theMilestone } from './scenes/the-milestone.js';
import { theMinutes } from './scenes/the-minutes.js';
import { theNavigator } from './scenes/the-navigator.js';
import { theOutsiders } from './scenes/the-outsiders.js';
import { theTasks } from './scenes/the-tasks.js';
import { whatEachKnows } from './scenes/what-each-knows.js';
import { whoAnswers } from './scenes/who-answers.js';
import type { Scene } from './story.js';

/** The conference that 武蔵野市 describes, from the first call to the audit. The scenes build on each other, in this order. */
export const SCENES: readonly Scene[] = [
  theCounter,
  theConsent,
  theCall,
  whatEachKnows,
  whoAnswers,
  decisions,
  theClose,
  theMinutes,
  theTasks,
  theMilestone,
  theNavigator,
  theKeyPerson,
  theOutsiders,
  theManager,
  theHistory,
  theChain,
];
