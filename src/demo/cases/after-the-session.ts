import { giveSeat } from '../../modules/cases/give-seat.js';
import { openCase } from '../../modules/cases/open-case.js';
import { AgendaItem } from '../../modules/conference/agenda-item.entity.js';
import { confirmMinutes } from '../../modules/conference/answer-minutes.js';
import { closeSession } from '../../modules/conference/close-session.js';
import { conveneSession } from '../../modules/conference/convene-session.js';
import { decide } from '../../modules/conference/decide.js';
import { Invitation } from '../../modules/conference/invitation.entity.js';
import { makeStatement } from '../../modules/conference/make-statement.js';
import { markAttendance } from '../../modules/conference/mark-attendance.js';
import { MinutesConfirmation } from '../../modules/conference/minutes-confirmation.entity.js';
import { nameIssue } from '../../modules/conference/name-issue.js';
import { openSession } from '../../modules/conference/open-session.js';
import { requestPostponement } from '../../modules/tasks/request-postponement.js';
import { Task } from '../../modules/tasks/task.entity.js';
import type { DemoCast } from '../actor.js';

/** A family whose conference has met: minutes that not everyone has confirmed, a task that nobody has accepted, a deadline to move. */
export async function afterTheSession({ people, agencies, inDays, atOnce }: DemoCast): Promise<void> {
  const { kato, suzuki, matsumoto, takahashi } = people;
  const caseId = await kato.does(openCase, {
    headline: '父子家庭。夜勤が続き、子どもの登校が途切れている',
    subject: { name: '小野 拓也', kana: 'オノ タクヤ', bornOn: '1986-11-03' },
    children: [{ name: '小野 はな', kana: 'オノ ハナ', bornOn: '2016-04-20', schoolName: '第五小学校', schoolKind: 'ELEMENTARY' }],
  });
  await kato.does(giveSeat, { caseId, staffId: matsumoto.staffId });
  const sessionId = await kato.does(conveneSession, {
    caseId,
    reason: '登校が途切れた背景に父の夜勤があり、働き方と暮らしを一緒に考えるため',
    place: 'オンライン',
    ...atOnce,
    questions: [
      { what: '朝の登校を誰がどう支えるか', category: 'CHILD' },
      { what: '日勤の仕事に移れるか', category: 'EMPLOYMENT' },
    ],
    invitees: [
      { staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' },
      { staffId: matsumoto.staffId },
      { staffId: takahashi.staffId },
    ],
  });
  await kato.does(openSession, { sessionId, version: 1 });
  const tired = '夜勤明けで朝は起きられず、子どもは自分で支度をしている。';
  await kato.does(makeStatement, { sessionId, category: 'CHILD', body: tired });
  await matsumoto.does(makeStatement, { sessionId, category: 'EMPLOYMENT', body: '倉庫の日勤の求人が近隣に複数ある。' });
  const issue = { sessionId, category: 'CHILD', what: '朝、子どもを送り出す大人がいない', agencyId: agencies.centre } as const;
  await kato.does(nameIssue, issue);

  const [morning, work] = await kato.finds(AgendaItem, { sessionId });
  await kato.does(decide, {
    itemId: morning!.id,
    what: '学校と朝の迎えの段取りを決める',
    category: 'CHILD',
    owner: { kind: 'STAFF', staffId: kato.staffId },
    dueOn: inDays(3),
  });
  await kato.does(decide, {
    itemId: work!.id,
    what: '日勤の求人を本人と一緒に調べる',
    category: 'EMPLOYMENT',
    owner: { kind: 'STAFF', staffId: matsumoto.staffId },
    dueOn: inDays(10),
  });
  for (const invitation of await kato.finds(Invitation, { sessionId }))
    await kato.does(markAttendance, { invitationId: invitation.id, version: invitation.version, attendance: 'PRESENT' });
  await kato.does(closeSession, { sessionId, version: 2 });

  const [asked] = await kato.finds(MinutesConfirmation, { sessionId, staffId: kato.staffId });
  await kato.does(confirmMinutes, { confirmationId: asked!.id, version: asked!.version });
  const [task] = await kato.finds(Task, { caseId, staffId: kato.staffId });
  const later = { toDueOn: inDays(8), reason: '担任が来週まで出張で、面談の日が取れないため' };
  await kato.does(requestPostponement, { taskId: task!.id, version: task!.version, ...later });
}
