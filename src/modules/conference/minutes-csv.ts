import { CATEGORY_NAMES } from '../../permissions/names.js';
import { COORDINATION } from '../../permissions/categories.js';
import { csv } from '../responsibility/csv.js';
import type { Minutes } from './minutes.entity.js';
import { nameOf } from './minutes-text.js';
import { BACK_BECAUSE, OUTCOME } from './minutes-words.js';

const HEADINGS = ['番号', 'ケース番号', '議題', '情報区分', '戻った理由', '結論', '決定事項', '誰が', '機関', 'いつまでに', '記録の先頭'];

/**
 * The agenda of a closed session with its outcomes and decisions as a table: one line for each decision, or for the item where there is
 * none, numbered as its reader sees them. The trail's head stands in each.
 */
export function minutesCsv({ session, headSeq, headHash }: Minutes): string {
  const rows = (session?.agenda ?? []).flatMap((item, at) => {
    const category = item.category === COORDINATION ? '' : CATEGORY_NAMES[item.category];
    const number = item.case?.number ?? session?.case?.number;
    const back = item.because ? BACK_BECAUSE[item.because] : '';
    const about = [at + 1, number, item.what, category, back, item.outcome ? OUTCOME[item.outcome] : ''];
    const head = `${headSeq} ${headHash}`;
    const decided = (session?.decisions ?? []).filter((one) => one.itemId === item.id);
    if (decided.length === 0) return [[...about, '', '', '', '', head]];
    return decided.map((one) => {
      const who = one.ownerKind === 'CLIENT' ? '支援対象者' : one.staff ? nameOf(one.staff) : '';
      return [...about, one.what, who, nameOf(one.agency), one.dueOn, head];
    });
  });
  return csv(HEADINGS, rows);
}
