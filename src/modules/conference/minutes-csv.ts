import { CATEGORY_NAMES } from '../../permissions/names.js';
import { COORDINATION } from '../../permissions/categories.js';
import { csv } from '../responsibility/csv.js';
import type { AgendaItem } from './agenda-item.entity.js';
import type { Decision } from './decision.entity.js';
import type { Minutes } from './minutes.entity.js';
import { nameOf } from './minutes-text.js';
import { BACK_BECAUSE, OUTCOME } from './minutes-words.js';

const HEADINGS = ['番号', 'ケース番号', '議題', '情報区分', '戻った理由', '結論', '決定事項', '誰が', '機関', 'いつまでに', '記録の先頭'];

/**
 * The agenda of a closed session with its outcomes and decisions as a table: one line for each decision, or for the item where there is
 * none, numbered as its reader sees them. The trail's head stands in each.
 */
export function minutesCsv({ session, headSeq, headHash }: Minutes): string {
  const head = `${headSeq} ${headHash}`;
  const rows = (session?.agenda ?? []).flatMap((item, at) => {
    const about = [at + 1, item.case?.number ?? session?.case?.number, ...settled(item)];
    const decided = (session?.decisions ?? []).filter((one) => one.itemId === item.id);
    return decided.length > 0 ? decided.map((one) => [...about, ...promised(one), head]) : [[...about, '', '', '', '', head]];
  });
  return csv(HEADINGS, rows);
}

function settled({ what, category, because, outcome }: AgendaItem): string[] {
  const named = category === COORDINATION ? '' : CATEGORY_NAMES[category];
  return [what, named, because ? BACK_BECAUSE[because] : '', outcome ? OUTCOME[outcome] : ''];
}

function promised({ what, ownerKind, staff, agency, dueOn }: Decision): string[] {
  const pool = ownerKind === 'CLIENT' ? '支援対象者' : '';
  return [what, staff ? nameOf(staff) : pool, nameOf(agency), dueOn];
}
