import type { Scene } from '../story.js';
import { ISSUES } from '../words.js';

/** What the real difficulties are, which agency is responsible for each, and who plays which part. */
export const whoAnswers: Scene = {
  title: { ja: '課題と責任を持つ機関、役割を明らかにする', en: 'Issues get a responsible agency, people get their parts' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura } = story.cast;
    const { sessionId, agencies } = story;
    const named = (status: string, agency: string) => ({ select: 'status agency { name }', expect: { status, agency: { name: agency } } });
    await sato.isRefused({
      ja: '生活の課題をハローワークの担当にしようとする',
      en: 'tries to make Hello Work responsible for daily life',
      verb: 'nameIssue',
      input: { sessionId, what: ISSUES.life, category: 'LIFE', agencyId: agencies.hellowork },
      code: 'INVALID',
      field: 'input.agencyId UNKNOWN',
    });
    await takahashi.does({
      ja: `課題「${ISSUES.life}」→ 生活福祉課`,
      en: 'names the daily life as the issue before all others: 生活福祉課 is responsible',
      verb: 'nameIssue',
      input: { sessionId, what: ISSUES.life, category: 'LIFE', agencyId: agencies.assistance },
      ...named('OPEN', '生活福祉課'),
      seenBy: [sato, suzuki, ito, nakamura],
      hiddenFrom: [watanabe],
    });
    await ito.does({
      ja: `課題「${ISSUES.health}」→ 健康課`,
      en: 'names an issue of health: 健康課. The key person and the caseworkers see its headline, the navigator nothing',
      verb: 'nameIssue',
      input: { sessionId, what: ISSUES.health, category: 'HEALTH', agencyId: agencies.health },
      ...named('OPEN', '健康課'),
      seenBy: [sato, suzuki, takahashi, nakamura],
      hiddenFrom: [watanabe],
    });
    await sato.does({
      ja: `課題「${ISSUES.child}」→ 子ども家庭支援センター`,
      en: 'names an issue of the child: 子ども家庭支援センター',
      verb: 'nameIssue',
      input: { sessionId, what: ISSUES.child, category: 'CHILD', agencyId: agencies.centre },
      ...named('OPEN', '子ども家庭支援センター'),
      seenBy: [ito, nakamura],
      hiddenFrom: [watanabe],
    });
    await suzuki.does({
      ja: `課題「${ISSUES.work}」→ 子ども家庭支援センター`,
      en: 'names an issue of employment: 子ども家庭支援センター',
      verb: 'nameIssue',
      input: { sessionId, what: ISSUES.work, category: 'EMPLOYMENT', agencyId: agencies.centre },
      ...named('OPEN', '子ども家庭支援センター'),
      seenBy: [sato, watanabe],
      hiddenFrom: [ito],
    });
    const parts = [
      [sato, '全体の調整と子どもの支援', 'co-ordinates, and supports the children'],
      [takahashi, '生活の立て直しを支える', 'helps to bring order into daily life'],
      [ito, '下の子の育ちを見守り、家庭の相談に乗る', 'looks after the younger child, and listens to the family'],
      [suzuki, '母親の相談相手となり、就労の時機を見る', 'is there for the mother, and watches for the time to work'],
      [watanabe, '就労の準備が整うまで求人を見ておく', 'keeps an eye on vacancies until the time has come'],
    ] as const;
    for (const [player, role, en] of parts) {
      await sato.does({
        ja: `役割：${player.name}「${role}」`,
        en: `${player.name} ${en}`,
        verb: 'allocateRole',
        input: { sessionId, staffId: player.staffId, role },
        select: 'staffId until',
        expect: { staffId: player.staffId, until: null },
        seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
      });
    }
  },
};
