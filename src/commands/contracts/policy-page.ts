import { ACTIONS } from '../../permissions/actions.js';
import { INFORMATION_CATEGORIES, RESTRICTED_CATEGORIES } from '../../permissions/categories.js';
import { NEED_TO_KNOW } from '../../permissions/need-to-know.js';
import { CATEGORY_NAMES, LEVEL_NAMES, ROW_NAMES } from '../../permissions/names.js';

const cells = (values: readonly string[]) => `| ${values.join(' | ')} |`;

/** The policy for people who do not program: who reads what, and who may do what. A diff of it is a review. */
export function policyPage(): string {
  const needToKnow = Object.entries(NEED_TO_KNOW).map(([row, levels]) =>
    cells([ROW_NAMES[row as keyof typeof ROW_NAMES], ...INFORMATION_CATEGORIES.map((category) => LEVEL_NAMES[levels[category]])]),
  );
  const doing = Object.entries(ACTIONS).flatMap(([subject, actions]) =>
    Object.entries(actions).map(([action, who]) => cells([subject, action, who.ja, who.en])),
  );
  return [
    '# 誰が何を見て、何をできるか — who sees what, and who may do what',
    '',
    'A seat on a case gives the row of its profession; the key person has the row of the key person beside it; managers have theirs over',
    'the cases of their agencies. 見出し (headline): that a task, issue or decision exists, who answers for it and by when. 閲覧 (read): the',
    'records too. 記入 (write): may add to them. — nothing: not even that there is anything.',
    '',
    cells(['', ...INFORMATION_CATEGORIES.map((category) => CATEGORY_NAMES[category])]),
    cells(['---', ...INFORMATION_CATEGORIES.map(() => '---')]),
    ...needToKnow,
    '',
    `Extraordinary access opens exactly the named categories of one case for reading, for at most 24 hours, whatever the table and the bases say:`,
    '緊急閲覧 (break-glass) to staff inside the municipality who work on cases, 目的を明示した管理者の閲覧 (oversight) to managers who oversee the case.',
    'The key person and the managers hear of it at once, and one of them other than the holder answers for it within three business days.',
    '',
    `Every read of ${RESTRICTED_CATEGORIES.map((category) => CATEGORY_NAMES[category]).join('、')} is logged, field by field, with its ground.`,
    '',
    '| what | action | できる人 | who may |',
    '| --- | --- | --- | --- |',
    ...doing,
    '',
    'Address shield (DV等支援措置): while a household is shielded, every address, telephone number and mail address of it is of the category',
    'DV・虐待 and of no other. Any other text of the household’s cases that holds one, in whatever spelling, is refused; what was written before',
    'loses it. A task, an issue or a reason of that category is read with its headline, so it may not hold one either. Two people end a shield.',
    'Who writes 連絡先・番号 may hand in a new one without reading it afterwards. Whoever may be connected with the other party (相手方) is',
    'seated, invited or asked only with a reason of the key person; the managers read it.',
    '',
  ].join('\n');
}
