import { taskOf } from '../find.js';
import type { Player } from '../player.js';
import type { Scene } from '../story.js';
import { TASKS } from '../words.js';

/** 同行してつなぐ: handed over in person to one navigator, who stays the same. */
export const theNavigator: Scene = {
  title: { ja: 'ハローワークへ同行し、一人のナビゲーターにつなぐ', en: 'The accompanied hand-over to one named navigator' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura, matsumoto } = story.cast;
    const { caseId } = story;
    const on = async (who: Player, what: string) => {
      const { id, version } = await taskOf(story, who, what);
      return { taskId: id, version };
    };
    const accepted = { select: 'status staff { name }', expect: { status: 'ACCEPTED' } };
    await suzuki.does({
      ja: '同行を引き受ける',
      en: 'accepts to go with her',
      verb: 'acceptTask',
      input: await on(suzuki, TASKS.handOver),
      ...accepted,
      seenBy: [sato, watanabe],
      hiddenFrom: [ito],
    });
    await watanabe.does({
      ja: '継続の相談を、名前を挙げて引き受ける',
      en: 'accepts to be her navigator from now on',
      verb: 'acceptTask',
      input: await on(watanabe, TASKS.navigator),
      select: 'status staff { name } agency { name }',
      expect: { status: 'ACCEPTED', staff: { name: '渡辺 誠' }, agency: { name: 'ハローワーク三鷹' } },
      seenBy: [sato, suzuki, takahashi, nakamura],
      hiddenFrom: [matsumoto],
    });
    await suzuki.does({
      ja: '同行を記録する「窓口で渡辺さんを紹介し、三人で希望の条件を確かめた」',
      en: 'writes down the accompanied visit: the three of them went through what she is looking for',
      verb: 'writeRecord',
      input: {
        caseId,
        category: 'EMPLOYMENT',
        kind: 'CONTACT',
        channel: 'ACCOMPANIMENT',
        place: 'ハローワーク三鷹',
        body: '窓口で渡辺さんを紹介し、三人で希望の条件を確かめた。',
      },
      select: 'channel agency { name }',
      expect: { channel: 'ACCOMPANIMENT', agency: { name: '子ども家庭支援センター' } },
      seenBy: [sato, watanabe],
      hiddenFrom: [ito, matsumoto],
    });
    await suzuki.does({
      ja: 'つないだことを報告する',
      en: 'reports the hand-over done',
      verb: 'completeTask',
      input: { ...(await on(suzuki, TASKS.handOver)), result: '渡辺さんにつないだ。次の来所の日も本人と決めた。' },
      select: 'status',
      expect: { status: 'DONE' },
      seenBy: [sato, watanabe],
    });
    await watanabe.does({
      ja: '支援を始める',
      en: 'begins',
      verb: 'startTask',
      input: await on(watanabe, TASKS.navigator),
      select: 'status staff { name }',
      expect: { status: 'IN_PROGRESS', staff: { name: '渡辺 誠' } },
      seenBy: [sato, suzuki],
    });
    await watanabe.does({
      ja: '相談を記録する「午前中の事務を三件示した。来週も同じ窓口で会う」',
      en: 'writes down the consultation; next week at the same desk',
      verb: 'writeRecord',
      input: {
        caseId,
        category: 'CONSULTATION',
        kind: 'CONTACT',
        channel: 'IN_PERSON',
        body: '午前中の事務を三件示した。来週も同じ窓口で会う。',
      },
      seenBy: [suzuki, takahashi, sato],
      hiddenFrom: [ito, nakamura],
    });
  },
};
