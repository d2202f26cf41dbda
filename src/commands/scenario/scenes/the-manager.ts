import { mustBe } from '../differs.js';
import { lastDay } from '../find.js';
import type { Json } from '../person.js';
import type { Scene, Story } from '../story.js';
import { TASKS } from '../words.js';

const ASKED = `query ($on: CalendarDate!, $caseId: Uuid!) { responsibility(on: $on, caseId: $caseId) {
  keyPersons { staff { name } } tasks { what staff { name } agency { name } status dueOn isUnaccepted isOverdue } seats { staff { name } } gaps { kind } } }`;
/** A manager who was in no session reads who answered for what, on which day, and no word of what the family told. */
export const theManager: Scene = {
  title: { ja: '管理者が、その日に誰が何を担っていたかを読む', en: 'The manager reads who answered for what, on a day' },
  async play(story) {
    await dayByDay(story);
    await noContent(story);
  },
};

async function dayByDay(story: Story): Promise<void> {
  const { nakamura } = story.cast;
  const { caseId } = story;
  await nakamura.sees(
    { ja: `${story.inDays(-1)}：まだ誰の担当でもない`, en: 'the day before: there was no case, and nobody answered for it' },
    ASKED,
    { caseId, on: story.inDays(-1) },
    { responsibility: { keyPersons: [], tasks: [], seats: [] } },
  );
  const on = await lastDay(story, nakamura);
  const seen = await nakamura.sees(
    {
      ja: `${on}：キーパーソンは鈴木さん。終わっていない対応事項とその担当を読む`,
      en: 'today: Suzuki is key person; what is unfinished, and whose it is',
    },
    ASKED,
    { caseId, on },
    { responsibility: { keyPersons: [{ staff: { name: '鈴木 直子' } }], seats: { length: 5 } } },
  );
  const { tasks } = seen.responsibility;
  const held = tasks.map((task: Json) => `${task.what}｜${task.staff.name}｜${task.agency.name}｜${task.status}`);
  mustBe(
    held.sort(),
    [
      `${TASKS.allowance}｜鈴木 直子｜子ども家庭支援センター｜ACCEPTED`,
      `${TASKS.care}｜伊藤 由美｜健康課｜ACCEPTED`,
      `${TASKS.clinic}｜伊藤 由美｜健康課｜ACCEPTED`,
      `${TASKS.navigator}｜渡辺 誠｜ハローワーク三鷹｜IN_PROGRESS`,
    ].sort(),
    'What the manager sees as unfinished',
  );
  for (const { what, staff, dueOn, status } of tasks) story.transcript.detail(`・${staff.name}が${dueOn}までに「${what}」 ${status}`);
}

async function noContent(story: Story): Promise<void> {
  const { nakamura } = story.cast;
  await nakamura.sees(
    { ja: '責任は読めるが、家族が語ったことは一つも読めない', en: 'reads responsibility, and not one record or statement' },
    'query ($id: Uuid!) { case(id: $id) { records { id } sessions { statements { id } } } }',
    { id: story.caseId },
    { case: { records: [], sessions: [{ statements: [] }, { statements: [] }] } },
  );
}
