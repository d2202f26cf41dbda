import type { Scene } from '../story.js';
import { QUESTIONS } from '../words.js';

const CONVENED =
  'id number status case { conference { id } } invitations { id version status staff { name } agency { name } } agenda { what }';

/** The key person calls people of four agencies together, and each answers. */
export const theCall: Scene = {
  title: { ja: 'キーパーソンがカンファレンスを呼び掛ける', en: 'The key person convenes a conference' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura, matsumoto } = story.cast;
    const convened = await sato.does({
      ja: '理由と議題を示して、鈴木・高橋・伊藤・渡辺の四人を招く',
      en: 'convenes it with its reason and questions, inviting four colleagues of four agencies',
      verb: 'conveneSession',
      input: {
        caseId: story.caseId,
        reason: '就労支援が進まない背景に家庭の様子があると思われ、一つの部署では解決できないため',
        place: '子ども家庭支援センター 会議室',
        ...story.atOnce(),
        questions: [
          { what: QUESTIONS.first, category: 'LIFE' },
          { what: QUESTIONS.work, category: 'EMPLOYMENT' },
          { what: QUESTIONS.roles, category: 'COORDINATION' },
        ],
        invitees: [suzuki, takahashi, ito, watanabe].map(({ staffId }) => ({ staffId })),
      },
      select: CONVENED,
      expect: {
        number: 1,
        status: 'CONVENED',
        invitations: [
          { staff: { name: '佐藤 恵' }, status: 'ACCEPTED' },
          { staff: { name: '鈴木 直子' }, status: 'INVITED' },
          { staff: { name: '高橋 健一' }, agency: { name: '生活福祉課' }, status: 'INVITED' },
          { staff: { name: '伊藤 由美' }, agency: { name: '健康課' }, status: 'INVITED' },
          { staff: { name: '渡辺 誠' }, agency: { name: 'ハローワーク三鷹' }, status: 'INVITED' },
        ],
        agenda: [QUESTIONS.first, QUESTIONS.work, QUESTIONS.roles].map((what) => ({ what })),
      },
      seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
      hiddenFrom: [matsumoto],
    });
    story.sessionId = convened.id;
    for (const player of [takahashi, ito, watanabe]) await player.follows();

    await watanabe.sees(
      {
        ja: '議題のうち、就労と役割分担だけを読む（生活の議題は職務に必要がない）',
        en: 'reads the questions that his work needs, and no others',
      },
      'query ($id: Uuid!) { conferenceSession(id: $id) { agenda { what } } }',
      { id: story.sessionId },
      { conferenceSession: { agenda: [{ what: QUESTIONS.work }, { what: QUESTIONS.roles }] } },
    );
    await suzuki.isRefused({
      ja: '代わりに開会しようとする',
      en: 'tries to open the session in her place',
      verb: 'openSession',
      input: { sessionId: story.sessionId, version: 1 },
      code: 'FORBIDDEN',
    });
    for (const [at, player] of [suzuki, takahashi, ito, watanabe].entries()) {
      const { id, version } = convened.invitations[at + 1];
      await player.does({
        ja: '出席と答える',
        en: 'will come',
        verb: 'acceptInvitation',
        input: { invitationId: id, version },
        select: 'status',
        expect: { status: 'ACCEPTED' },
        seenBy: [sato],
      });
    }
  },
};
