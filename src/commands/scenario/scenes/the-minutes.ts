import { confirms } from '../close.js';
import type { Scene } from '../story.js';
import { ILLNESS } from '../words.js';

/** One text of what happened, for each reader what they may see. */
export const theMinutes: Scene = {
  title: { ja: '出席者がそれぞれの会議録を確認する', en: 'Each attendee confirms the minutes, in their own reading' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe } = story.cast;
    const illness = new RegExp(ILLNESS);
    await ito.sees(
      { ja: '自分が話した健康のことが会議録にある', en: 'finds in them what she said of health' },
      'query ($id: Uuid!) { minutesText(sessionId: $id) }',
      { id: story.sessionId },
      { minutesText: illness },
    );
    await confirms(story, ito, { has: illness });
    await confirms(story, takahashi, { has: /まず生活の支援が必要だ/, lacks: illness });
    await confirms(story, suzuki, { has: /次回へ持ち越し/, lacks: illness });
    await confirms(story, sato, { has: /一週間|児童扶養手当/, lacks: illness });
    await confirms(story, watanabe, { has: /二か月は来所がない/, lacks: /健康・心理|通院|生活の立て直しを一緒に|昼まで/ });
  },
};
