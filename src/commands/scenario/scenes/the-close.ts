import { noteAttendance, versionOf } from '../close.js';
import { itemOf } from '../find.js';
import type { Scene } from '../story.js';
import { QUESTIONS } from '../words.js';

/** Employment support waits, with its reason; nothing is left without an outcome. */
export const theClose: Scene = {
  title: { ja: '就労支援は持ち越し、すべての議題に結論を付けて閉会する', en: 'Employment support is carried over; the session closes' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura } = story.cast;
    const { sessionId } = story;
    const work = await itemOf(story, sato, QUESTIONS.work);
    const carried = { itemId: work.id, version: work.version, outcome: 'CARRIED_OVER' };
    await sato.isRefused({
      ja: '就労支援を、理由を言わずに持ち越そうとする',
      en: 'tries to carry employment support over without a reason',
      verb: 'settleItem',
      input: carried,
      code: 'INVALID',
      field: 'input.note REQUIRED',
    });
    await sato.does({
      ja: '就労支援を持ち越す「生活が整い、朝の支度が回り始めてから時期を決める」',
      en: 'carries it over: once daily life is in order',
      verb: 'settleItem',
      input: { ...carried, note: '生活が整い、朝の支度が回り始めてから時期を決める。' },
      select: 'outcome outcomeNote { body }',
      expect: { outcome: 'CARRIED_OVER', outcomeNote: { body: /生活が整い/ } },
      seenBy: [suzuki, watanabe],
    });
    const close = { verb: 'closeSession', input: { sessionId, version: await versionOf(story, sato) } };
    await sato.isRefused({
      ja: '役割分担の議題に結論がないまま閉会しようとする',
      en: 'tries to close while an item has no outcome',
      ...close,
      code: 'CONFLICT',
    });
    const roles = await itemOf(story, sato, QUESTIONS.roles);
    await sato.does({
      ja: '役割分担の議題を「確認」とする',
      en: 'notes the parts that people play',
      verb: 'settleItem',
      input: { itemId: roles.id, version: roles.version, outcome: 'NOTED' },
      select: 'outcome',
      expect: { outcome: 'NOTED' },
      seenBy: [suzuki, takahashi, ito, watanabe],
    });
    await sato.isRefused({
      ja: '出欠を記録しないまま閉会しようとする',
      en: 'tries to close before it is noted who came',
      ...close,
      code: 'CONFLICT',
    });
    await noteAttendance(story, sato);
    await sato.does({
      ja: '閉会する',
      en: 'closes the session: nothing of it changes any more',
      ...close,
      select: 'status decisions { id } minutes { confirmations { status } }',
      expect: { status: 'CLOSED', minutes: { confirmations: Array.from({ length: 5 }, () => ({ status: 'ASKED' })) } },
      seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
    });
    await takahashi.isRefused({
      ja: '閉会の後に付け加えようとする',
      en: 'tries to add something afterwards',
      verb: 'makeStatement',
      input: { sessionId, category: 'LIFE', body: '言い忘れたことがある。' },
      code: 'CONFLICT',
    });
  },
};
