import { closeCase } from '../../modules/cases/close-case.js';
import { giveSeat } from '../../modules/cases/give-seat.js';
import { openCase } from '../../modules/cases/open-case.js';
import { writeRecord } from '../../modules/cases/write-record.js';
import { acceptTask } from '../../modules/tasks/accept-task.js';
import { completeTask } from '../../modules/tasks/complete-task.js';
import { offerTask } from '../../modules/tasks/offer-task.js';
import { consentToHelloWork, type DemoCast } from '../actor.js';

/** A case that has ended: everyone who was on it can still read it, and nothing begins on it any more. */
export async function endedWell(cast: DemoCast): Promise<void> {
  const { people, agencies, inDays } = cast;
  const { suzuki, watanabe } = people;
  const caseId = await suzuki.does(openCase, {
    headline: '資格を取り、調剤薬局に正職員として就職した',
    subject: { name: '西田 香', kana: 'ニシダ カオリ', bornOn: '1989-01-09' },
    children: [{ name: '西田 なお', kana: 'ニシダ ナオ', bornOn: '2014-05-17', schoolName: '第一小学校', schoolKind: 'ELEMENTARY' }],
    agencyId: agencies.centre,
  });
  await consentToHelloWork(suzuki, caseId, cast);
  await suzuki.does(giveSeat, { caseId, staffId: watanabe.staffId });
  const plan = '高等職業訓練促進給付金で医療事務の資格を取得。次は求人への応募。';
  await suzuki.does(writeRecord, { caseId, category: 'EDUCATION', kind: 'NOTE', body: plan });
  const taskId = await suzuki.does(offerTask, {
    caseId,
    category: 'EMPLOYMENT',
    what: '調剤薬局の求人に応募し、面接の練習をする',
    owner: { kind: 'STAFF', staffId: watanabe.staffId },
    dueOn: inDays(7),
  });
  await watanabe.does(acceptTask, { taskId, version: 1 });
  await watanabe.does(completeTask, { taskId, version: 2, result: '採用が決まった。来月から勤務。' });
  await suzuki.does(closeCase, { caseId, version: 1, reason: '就職し、生活も安定した。一か月後に様子を尋ねる。' });
}
