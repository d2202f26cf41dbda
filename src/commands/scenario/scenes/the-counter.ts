import { fictionalFamily } from '../family.js';
import type { Scene } from '../story.js';

/** A difficult case is received, and whoever receives it becomes key person. */
export const theCounter: Scene = {
  title: { ja: '窓口で困難な相談を受ける', en: 'A difficult case is received at the counter' },
  async play(story) {
    const { sato, suzuki, nakamura, matsumoto } = story.cast;
    const family = fictionalFamily(story.inDays(0));
    story.transcript.tells({
      ja: `ひとり親の${family.subject.name}さんが、子ども二人のことで子ども家庭支援センターの窓口に来る。`,
      en: 'A single mother (fictional) comes to the counter about her two children.',
    });
    const opened = await sato.does({
      ja: 'ケースを開き、キーパーソンになる',
      en: 'opens the case and is its key person',
      verb: 'openCase',
      input: { headline: '就労支援を続けてきたが、子どもの登園が途切れ、生活の様子が心配される', ...family },
      select: 'id number status keyPerson { staff { name } until } leadAgency { name } seats { staffId }',
      expect: {
        number: /^\d{4}-\d{4}$/,
        status: 'OPEN',
        keyPerson: { staff: { name: '佐藤 恵' }, until: null },
        leadAgency: { name: '子ども家庭支援センター' },
        seats: [{ staffId: sato.staffId }],
      },
    });
    story.isAbout(opened.id);
    for (const player of [sato, nakamura]) await player.follows();
    const { caseId } = story;

    await sato.does({
      ja: '子どもの様子を記録する「下の子がこの一か月で八日しか登園していない」',
      en: 'writes down that the younger child came to nursery on eight days this month',
      verb: 'writeRecord',
      input: { caseId, category: 'CHILD', kind: 'NOTE', channel: 'IN_PERSON', place: '相談窓口', body: 'この一か月の登園は八日。' },
      expect: { version: 1 },
      hiddenFrom: [matsumoto],
    });
    await sato.does({
      ja: 'これまで就労を支援してきた鈴木さんを、母子・父子自立支援員として担当者に加える',
      en: 'gives a seat to Suzuki, who has been supporting her employment',
      verb: 'giveSeat',
      input: { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' },
      select: 'profession agency { name }',
      expect: { profession: 'SINGLE_PARENT_SUPPORT_WORKER', agency: { name: '子ども家庭支援センター' } },
      seenBy: [suzuki, nakamura],
      hiddenFrom: [matsumoto],
    });
    await suzuki.follows();
    await suzuki.does({
      ja: 'これまでの就労支援を記録する「事務職を希望。面接の予約を三度延ばしている」',
      en: 'writes down the employment support so far: three interviews put off',
      verb: 'writeRecord',
      input: { caseId, category: 'EMPLOYMENT', kind: 'NOTE', body: '事務職を希望。面接の予約を三度延ばしている。' },
      seenBy: [sato],
      hiddenFrom: [nakamura, matsumoto],
    });
  },
};
