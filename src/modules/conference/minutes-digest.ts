import type { Minutes } from './minutes.entity.js';
import { agenda, decision, header, items, section } from './minutes-text.js';

/**
 * What someone has to know who was not there: what was settled, and what was decided, first for their own agencies. Made of the same
 * reading as the minutes, so it leaves out what they may not see, and leaves out as well what was said.
 */
export function minutesDigest(minutes: Minutes, agencyIds: readonly string[]): string {
  const session = minutes.session!;
  const decisions = session.decisions ?? [];
  const ours = decisions.filter((one) => agencyIds.includes(one.agencyId));
  const others = decisions.filter((one) => !agencyIds.includes(one.agencyId));
  return [
    header(session),
    section('あなたの機関の対応事項', items(ours.map((one) => decision(one, session)))),
    section('議題と結論', agenda(session)),
    section('その他の決定事項', items(others.map((one) => decision(one, session)))),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
    .concat('\n');
}
