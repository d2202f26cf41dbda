import { confirms, noteAttendance, versionOf } from '../close.js';
import { mustBe } from '../differs.js';
import { issueOf, itemOf, taskOf } from '../find.js';
import type { Json } from '../person.js';
import type { Scene, Story } from '../story.js';
import { ILLNESS, ISSUES, QUESTIONS, TASKS } from '../words.js';

/** What has to be back by itself, and why. */
const BACK: readonly (readonly [string, string])[] = [
  [TASKS.allowance, 'UNFINISHED'],
  [TASKS.mornings, 'UNFINISHED'],
  [TASKS.care, 'UNFINISHED'],
  [TASKS.clinic, 'UNFINISHED'],
  [ISSUES.life, 'UNRESOLVED'],
  [ISSUES.health, 'UNRESOLVED'],
  [ISSUES.child, 'UNRESOLVED'],
  [ISSUES.work, 'UNRESOLVED'],
  [QUESTIONS.work, 'CARRIED_OVER'],
];

/** A milestone: what is unfinished returns by itself with its reason, and now the time for work has come. */
export const theMilestone: Scene = {
  title: { ja: '節目の第2回：生活が落ち着き、就労支援の時が来る', en: 'The second session, at a milestone: daily life has settled' },
  async play(story) {
    await convenes(story);
    await hears(story);
    await decides(story);
    await closes(story);
  },
};

async function convenes(story: Story): Promise<void> {
  const { sato, suzuki, takahashi, ito, watanabe, nakamura, matsumoto } = story.cast;
  const convened = await sato.does({
    ja: '第2回を呼び掛ける。新しい議題はキーパーソンのことだけ',
    en: 'convenes the second session, with one new question',
    verb: 'conveneSession',
    input: {
      caseId: story.caseId,
      reason: '訪問と同行で生活が落ち着いてきたため',
      place: '子ども家庭支援センター 会議室',
      ...story.atOnce(),
      questions: [{ what: QUESTIONS.keyPerson, category: 'COORDINATION' }],
      invitees: [suzuki, takahashi, ito, watanabe].map(({ staffId }) => ({ staffId })),
    },
    select: 'id version number agenda { what because }',
    expect: { number: 2 },
    seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
    hiddenFrom: [matsumoto],
  });
  story.sessionId = convened.id;
  const back = convened.agenda.filter((item: Json) => item.because !== null).map(({ what, because }: Json) => `${because} ${what}`);
  mustBe(back.sort(), BACK.map(([what, because]) => `${because} ${what}`).sort(), 'What came back to the agenda by itself');
  story.transcript.detail(
    `自ら戻った議題 back by themselves, each with its reason: ${back.length}`,
    ...back.map((line: string) => `・${line}`),
  );
  await sato.does({
    ja: '開会する',
    en: 'opens the session',
    verb: 'openSession',
    input: { sessionId: convened.id, version: convened.version },
    select: 'status',
    expect: { status: 'OPEN' },
    seenBy: [suzuki, takahashi, ito, watanabe],
  });
}

async function hears(story: Story): Promise<void> {
  const { sato, suzuki, takahashi, ito, watanabe, nakamura } = story.cast;
  const { sessionId } = story;
  await takahashi.does({
    ja: '［生活］「朝は自分たちで起き、家事も回り始めた。就労の話を始められる」',
    en: 'LIFE: the household runs; it is time to speak of work',
    verb: 'makeStatement',
    input: { sessionId, category: 'LIFE', body: '朝は自分たちで起き、家事も回り始めた。就労の話を始められる。' },
    seenBy: [sato, suzuki, ito],
    hiddenFrom: [watanabe],
  });
  const mornings = await taskOf(story, takahashi, TASKS.mornings);
  await takahashi.does({
    ja: `本人の「${TASKS.mornings}」を、見守る機関として完了とする`,
    en: 'reports what the client did herself',
    verb: 'completeTask',
    input: { taskId: mornings.id, version: mornings.version, result: '壁に支度の表を貼り、三週間続いている。' },
    select: 'status',
    expect: { status: 'DONE' },
    seenBy: [sato, suzuki],
  });
  const life = await issueOf(story, takahashi, ISSUES.life);
  await takahashi.does({
    ja: '生活の課題を解決済みとする',
    en: 'marks the issue of daily life as resolved',
    verb: 'resolveIssue',
    input: { issueId: life.id, version: life.version, result: '生活のリズムが整い、家事も回っている。' },
    select: 'status',
    expect: { status: 'RESOLVED' },
    seenBy: [sato, suzuki, ito, nakamura],
    hiddenFrom: [watanabe],
  });
}

async function decides(story: Story): Promise<void> {
  const { sato, suzuki, watanabe, ito, takahashi } = story.cast;
  const { id: itemId } = await itemOf(story, sato, QUESTIONS.work);
  const decision = (staffId: string, what: string, days: number) => ({
    verb: 'decide',
    input: { itemId, what, category: 'EMPLOYMENT', owner: { kind: 'STAFF', staffId }, dueOn: story.inDays(days) },
    select: 'task { status }',
    expect: { task: { status: 'OFFERED' } },
  });
  await sato.does({
    ja: `決定：鈴木さんが、一週間のうちに「${TASKS.handOver}」`,
    en: 'decides: Suzuki goes with her to Hello Work and introduces her to the navigator',
    ...decision(suzuki.staffId, TASKS.handOver, 7),
    seenBy: [suzuki, watanabe],
    hiddenFrom: [ito],
  });
  await sato.does({
    ja: `決定：渡辺さんが、二か月のうちに「${TASKS.navigator}」`,
    en: 'decides: from then on it is always the same navigator, by name',
    ...decision(watanabe.staffId, TASKS.navigator, 60),
    seenBy: [suzuki, watanabe, takahashi],
  });
}

async function closes(story: Story): Promise<void> {
  const { sato, suzuki, takahashi, ito, watanabe, nakamura } = story.cast;
  const query = 'query ($id: Uuid!) { conferenceSession(id: $id) { agenda { id version outcome } } }';
  const { agenda } = (await sato.person.ask(query, { id: story.sessionId })).conferenceSession;
  const open = agenda.filter((item: Json) => item.outcome === null);
  for (const { id, version } of open) {
    const noted = { itemId: id, version, outcome: 'NOTED', note: '引き続き今の担当で進める。' };
    mustBe(await sato.person.do('settleItem', noted, 'outcome'), { outcome: 'NOTED' }, 'Noted');
  }
  story.transcript.did(sato.name, { ja: `残る${open.length}件を確認とする`, en: `notes the other ${open.length} items` });
  await noteAttendance(story, sato);
  await sato.does({
    ja: '閉会する',
    en: 'closes the session',
    verb: 'closeSession',
    input: { sessionId: story.sessionId, version: await versionOf(story, sato) },
    select: 'status',
    expect: { status: 'CLOSED' },
    seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
  });
  for (const player of [sato, suzuki, takahashi, ito, watanabe]) await confirms(story, player, { lacks: new RegExp(ILLNESS) });
}
