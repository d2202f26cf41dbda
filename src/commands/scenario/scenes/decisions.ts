import { issueOf, itemOf } from '../find.js';
import type { Scene } from '../story.js';
import { ISSUES, QUESTIONS, TASKS } from '../words.js';

/** 「誰が、いつまでに、何をやるのか」: never without all three. */
export const decisions: Scene = {
  title: { ja: '誰が、いつまでに、何をやるのかを決める', en: 'Decisions: who, by when, what' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, kato, nakamura, matsumoto } = story.cast;
    const { agencies } = story;
    const { id: itemId } = await itemOf(story, sato, QUESTIONS.first);
    const { id: issueId } = await issueOf(story, sato, ISSUES.life);
    const person = (staffId: string) => ({ kind: 'STAFF', staffId });
    const visit = { itemId, issueId, what: TASKS.visit, category: 'LIFE' };

    await sato.isRefused({
      ja: '期限を決めずに決定しようとする',
      en: 'tries to decide without a deadline',
      verb: 'decide',
      input: { ...visit, owner: person(takahashi.staffId) },
      code: 'INVALID',
      field: 'input.dueOn REQUIRED',
    });
    await sato.isRefused({
      ja: 'このケースの担当者でない加藤さんに任せようとする',
      en: 'tries to give it to Kato, who has no seat on the case',
      verb: 'decide',
      input: { ...visit, owner: person(kato.staffId), dueOn: story.inDays(7) },
      code: 'INVALID',
      field: 'input.owner.staffId UNKNOWN',
    });
    await sato.isRefused({
      ja: '過ぎた日を期限にしようとする',
      en: 'tries to set a deadline that lies in the past',
      verb: 'decide',
      input: { ...visit, owner: person(takahashi.staffId), dueOn: story.inDays(-1) },
      code: 'INVALID',
      field: 'input.dueOn IN_THE_PAST',
    });

    const offered = { select: 'dueOn task { status }', expect: { task: { status: 'OFFERED' } } };
    await sato.does({
      ja: `決定：高橋さんが、一週間のうちに「${TASKS.visit}」`,
      en: 'decides: Takahashi visits, within a week',
      verb: 'decide',
      input: { ...visit, owner: person(takahashi.staffId), dueOn: story.inDays(7) },
      select: 'dueOn staff { name } agency { name } task { status }',
      expect: { dueOn: story.inDays(7), staff: { name: '高橋 健一' }, agency: { name: '生活福祉課' }, task: { status: 'OFFERED' } },
      seenBy: [takahashi, suzuki, ito, nakamura],
      hiddenFrom: [watanabe, matsumoto],
    });
    await sato.does({
      ja: `決定：鈴木さんが、一週間のうちに「${TASKS.accompany}」`,
      en: 'decides: Suzuki goes with him, which has often helped',
      verb: 'decide',
      input: { ...visit, what: TASKS.accompany, owner: person(suzuki.staffId), dueOn: story.inDays(7) },
      ...offered,
      seenBy: [suzuki, takahashi],
      hiddenFrom: [watanabe],
    });
    await takahashi.does({
      ja: `決定：本人が、二週間のうちに「${TASKS.mornings}」（見守りは生活福祉課）`,
      en: 'decides with the client: what she does herself, followed up by 生活福祉課',
      verb: 'decide',
      input: {
        itemId,
        issueId,
        what: TASKS.mornings,
        category: 'LIFE',
        owner: { kind: 'CLIENT', agencyId: agencies.assistance },
        dueOn: story.inDays(14),
      },
      select: 'ownerKind agency { name } task { status }',
      expect: { ownerKind: 'CLIENT', agency: { name: '生活福祉課' }, task: { status: 'ACCEPTED' } },
      seenBy: [sato, suzuki, ito],
      hiddenFrom: [watanabe],
    });
    await sato.does({
      ja: `決定：鈴木さんが、10営業日のうちに「${TASKS.care}」`,
      en: 'decides: Suzuki arranges child care, within ten business days',
      verb: 'decide',
      input: { itemId, what: TASKS.care, category: 'CHILD', owner: person(suzuki.staffId), dueInBusinessDays: 10 },
      ...offered,
      seenBy: [suzuki, ito, takahashi],
      hiddenFrom: [watanabe],
    });
    await sato.does({
      ja: `決定：子ども家庭支援センターの誰かが、二週間のうちに「${TASKS.allowance}」`,
      en: 'decides: somebody of 子ども家庭支援センター sees to the allowance. Matsumoto works there, but is not on the case',
      verb: 'decide',
      input: {
        itemId,
        what: TASKS.allowance,
        category: 'INCOME',
        owner: { kind: 'AGENCY', agencyId: agencies.centre },
        dueOn: story.inDays(14),
      },
      select: 'ownerKind staffId task { status }',
      expect: { ownerKind: 'AGENCY', staffId: null, task: { status: 'OFFERED' } },
      seenBy: [suzuki, takahashi, nakamura],
      hiddenFrom: [matsumoto, kato, ito, watanabe],
    });
    await ito.does({
      ja: `決定：伊藤が、三週間のうちに「${TASKS.clinic}」［健康］`,
      en: 'decides for herself, in HEALTH; what people take on themselves needs no answer',
      verb: 'decide',
      input: { itemId, what: TASKS.clinic, category: 'HEALTH', owner: person(ito.staffId), dueOn: story.inDays(21) },
      select: 'task { status }',
      expect: { task: { status: 'ACCEPTED' } },
      seenBy: [sato, takahashi],
      hiddenFrom: [watanabe, matsumoto],
    });
  },
};
