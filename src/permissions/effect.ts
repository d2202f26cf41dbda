import { Ability } from './ability.js';
import type { StaffActor } from './actor.js';
import type { InformationCategory } from './categories.js';
import { LEVELS, type Level, type NeedToKnow } from './need-to-know.js';
import { unique } from './groups.js';

/** On how many cases someone would see more of a category, or less, than they do now. */
export interface Effect {
  readonly more: number;
  readonly less: number;
}

/** What another need-to-know table would change for someone: the rules themselves are asked, with either table. */
export function effectOn(actor: StaffActor, table: NeedToKnow, category: InformationCategory): Effect {
  const [now, then] = [Ability.of(actor), Ability.of({ ...actor, needToKnow: table })];
  const cases = unique([...actor.seats, ...actor.meetings, ...actor.overseen].map(({ caseId }) => caseId));
  const steps = cases.map((caseId) => rank(levelIn(then, caseId, category, actor)) - rank(levelIn(now, caseId, category, actor)));
  return { more: steps.filter((step) => step > 0).length, less: steps.filter((step) => step < 0).length };
}

const rank = (level: Level) => LEVELS.indexOf(level);

/** How much of a category someone sees on a case, as the rows that each level opens say it. */
function levelIn(ability: Ability, caseId: string, category: InformationCategory, { staffId, meetings }: StaffActor): Level {
  const places = [null, ...meetings.filter((meeting) => meeting.caseId === caseId).map(({ sessionId }) => sessionId)];
  const opens = (action: 'read' | 'write', subject: 'Statement' | 'Issue') =>
    places.some((confinedTo) => ability.can(action, subject, { caseId, category, confinedTo, staffId }));
  if (opens('write', 'Statement')) return 'WRITE';
  if (opens('read', 'Statement')) return 'READ';
  return opens('read', 'Issue') ? 'HEADLINE' : 'NONE';
}
