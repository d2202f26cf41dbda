import type { Sentence } from '../refusal.js';
import type { Fault, Finding } from './verify.js';

/** What each fault means, for whoever has to explain it to the person who answers for the trail. */
const MEANINGS: Readonly<Record<Fault, Sentence>> = {
  MISSING: { ja: '記録がありません（削除）。', en: 'is missing: it was deleted.' },
  FORKED: {
    ja: '同じ位置に別の記録があります（挿入）。',
    en: 'stands where another one was sealed: it was inserted.',
  },
  EDITED: { ja: '内容が封印の値と一致しません（改変）。', en: 'does not match its own seal: it was edited.' },
  MISNUMBERED: { ja: '番号が本文と一致しません（入れ替え・詰め直し）。', en: 'carries the number of another entry: entries were moved.' },
  REWRITTEN: {
    ja: '封印し直されています（公表済みの値、または次の記録と矛盾）。',
    en: 'was sealed anew: a published head, or the entry after it, remembers another one.',
  },
  INDEX_DIFFERS: { ja: '検索用の列が本文と一致しません。', en: 'has a column that says otherwise than its sealed text.' },
  CUT_OFF: {
    ja: '以降の記録がありません（公表済みの値より短い）。',
    en: 'and what follows is gone: a head beyond the end of the trail was published.',
  },
};

/** The finding as one sentence in each language. */
export function verdictOf(finding: Finding): Sentence {
  if (!finding.sound) {
    const { ja, en } = MEANINGS[finding.fault];
    return { ja: `異常：記録 ${finding.seq} 番 — ${ja}`, en: `WRONG: entry ${finding.seq} ${en}` };
  }
  const { entries, compared, head } = finding;
  const seal = head ? head.hash.slice(0, 12) : '—';
  const heads =
    compared > 0
      ? { ja: `公表済みの値 ${compared} 件と一致`, en: `and they meet ${compared} published heads` }
      : { ja: '照合できる公表済みの値はなし', en: 'but no published head was there to compare' };
  return {
    ja: `正常：${entries} 件の記録に欠落・改変はありません（${heads.ja}、末尾 ${seal}）。`,
    en: `SOUND: all ${entries} entries are in order and unedited, ${heads.en} (the last is ${seal}).`,
  };
}
