import { taskOf } from '../find.js';
import type { Json } from '../person.js';
import type { Scene } from '../story.js';
import { TASKS } from '../words.js';

/** Tasks are answered where people are, and everyone concerned sees it at once. */
export const theTasks: Scene = {
  title: { ja: '対応事項がその場で引き受けられていく', en: 'Tasks are accepted, declined, reassigned and postponed, live' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura, matsumoto, kato } = story.cast;
    const on = async (who: typeof sato, what: string) => {
      const { id, version } = await taskOf(story, who, what);
      return { taskId: id, version };
    };
    const waiting = '{ today { tasksOffered { what case { id } } } }';
    const { today } = await suzuki.person.ask(waiting);
    const ours = today.tasksOffered.filter((task: Json) => task.case.id === story.caseId);
    story.transcript.did(suzuki.name, {
      ja: `今日の画面に依頼が${ours.length}件ある`,
      en: `finds ${ours.length} offers of this case waiting`,
    });

    await takahashi.does({
      ja: `「${TASKS.visit}」を引き受ける`,
      en: 'accepts the visits',
      verb: 'acceptTask',
      input: await on(takahashi, TASKS.visit),
      select: 'status staff { name }',
      expect: { status: 'ACCEPTED', staff: { name: '高橋 健一' } },
      seenBy: [sato, suzuki, ito, nakamura],
      hiddenFrom: [watanabe],
    });
    await suzuki.does({
      ja: `「${TASKS.accompany}」を引き受ける`,
      en: 'accepts to go with him',
      verb: 'acceptTask',
      input: await on(suzuki, TASKS.accompany),
      select: 'status',
      expect: { status: 'ACCEPTED' },
      seenBy: [sato, takahashi],
    });
    await suzuki.does({
      ja: `「${TASKS.care}」を断る「下の子の育ちは、保健師が家庭と話を続けているため」`,
      en: 'declines child care with a reason: the nurse is already talking with the family about the child',
      verb: 'declineTask',
      input: { ...(await on(suzuki, TASKS.care)), reason: '下の子の育ちは、保健師が家庭と話を続けているため。' },
      select: 'status reason { body }',
      expect: { status: 'DECLINED', reason: { body: /保健師/ } },
      seenBy: [sato, ito],
    });
    await sato.does({
      ja: '伊藤さんに担当を替える「鈴木さんの言うとおり、保健師が適任のため」',
      en: 'reassigns it to Ito, with a reason',
      verb: 'reassignTask',
      input: {
        ...(await on(sato, TASKS.care)),
        owner: { kind: 'STAFF', staffId: ito.staffId },
        reason: '鈴木さんの言うとおり、保健師が適任のため。',
      },
      select: 'status staff { name } agency { name }',
      expect: { status: 'OFFERED', staff: { name: '伊藤 由美' }, agency: { name: '健康課' } },
      seenBy: [ito, suzuki, nakamura],
    });
    await ito.does({
      ja: `「${TASKS.care}」を引き受ける`,
      en: 'accepts it',
      verb: 'acceptTask',
      input: await on(ito, TASKS.care),
      select: 'status',
      expect: { status: 'ACCEPTED' },
      seenBy: [sato, suzuki],
    });

    const stale = await on(sato, TASKS.allowance);
    await suzuki.does({
      ja: `センター宛ての「${TASKS.allowance}」を自分が引き受ける`,
      en: 'takes the task from the pool of her agency',
      verb: 'acceptTask',
      input: await on(suzuki, TASKS.allowance),
      select: 'status staff { name }',
      expect: { status: 'ACCEPTED', staff: { name: '鈴木 直子' } },
      seenBy: [sato, takahashi],
      hiddenFrom: [matsumoto, kato],
    });
    await sato.isRefused({
      ja: '同じものを、少し遅れて引き受けようとする',
      en: 'tries to take the same one, a moment later',
      verb: 'acceptTask',
      input: stale,
      code: 'CONFLICT',
    });
    await postponed(story);

    const done = { select: 'status result { body }', seenBy: [sato, nakamura] };
    await takahashi.does({
      ja: '鈴木さんと訪問した結果を報告する「台所を一緒に片付けた。朝は上の子が妹を起こすと決めた」',
      en: 'reports the accompanied visit done: they tidied the kitchen together and agreed on the mornings',
      verb: 'completeTask',
      input: { ...(await on(takahashi, TASKS.visit)), result: '台所を一緒に片付けた。朝は上の子が妹を起こすと決めた。' },
      ...done,
      expect: { status: 'DONE', result: { body: /台所/ } },
      hiddenFrom: [watanabe],
    });
    await suzuki.does({
      ja: '同行の結果を報告する「母親は、面接の朝に起きられないのが怖かったと話した」',
      en: 'reports what the mother told her: she was afraid of not waking up on the morning of an interview',
      verb: 'completeTask',
      input: { ...(await on(suzuki, TASKS.accompany)), result: '母親は、面接の朝に起きられないのが怖かったと話した。' },
      ...done,
      expect: { status: 'DONE', result: { body: /怖かった/ } },
      hiddenFrom: [watanabe],
    });
  },
};

/** A later deadline is asked for by one and granted by another. */
async function postponed(story: Parameters<Scene['play']>[0]): Promise<void> {
  const { sato, suzuki, nakamura } = story.cast;
  const { id, version } = await taskOf(story, suzuki, TASKS.allowance);
  const request = await suzuki.does({
    ja: '期限を一週間延ばしたいと申請する「所得証明書が届くのを待つため」',
    en: 'asks for one week more: a certificate of income is still to come',
    verb: 'requestPostponement',
    input: { taskId: id, version, toDueOn: story.inDays(21), reason: '所得証明書が届くのを待つため。' },
    select: 'id version status fromDueOn toDueOn',
    expect: { status: 'REQUESTED', fromDueOn: story.inDays(14), toDueOn: story.inDays(21) },
    seenBy: [sato, nakamura],
  });
  const answer = { postponementId: request.id, version: request.version };
  await suzuki.isRefused({
    ja: '自分で認めようとする',
    en: 'tries to grant it herself',
    verb: 'approvePostponement',
    input: answer,
    code: 'FORBIDDEN',
  });
  await sato.does({
    ja: '延長を認める',
    en: 'grants it, as key person',
    verb: 'approvePostponement',
    input: answer,
    select: 'status task { dueOn }',
    expect: { status: 'APPROVED', task: { dueOn: story.inDays(21) } },
    seenBy: [suzuki, nakamura],
  });
}
