import { giveSeat } from '../../modules/cases/give-seat.js';
import { openCase } from '../../modules/cases/open-case.js';
import { writeRecord } from '../../modules/cases/write-record.js';
import { acceptTask } from '../../modules/tasks/accept-task.js';
import { offerTask } from '../../modules/tasks/offer-task.js';
import { requestPostponement } from '../../modules/tasks/request-postponement.js';
import { consentToHelloWork, type DemoCast } from '../actor.js';

/** A mother on public assistance: a navigator looks for work with her, and a nurse keeps notes that the navigator never sees. */
export async function workAndHealth(cast: DemoCast): Promise<void> {
  const { people, inDays } = cast;
  const { takahashi, ito, watanabe } = people;
  const caseId = await takahashi.does(openCase, {
    headline: '生活保護を受けながら、短時間の仕事から始めたいと希望している',
    subject: { name: '原 みどり', kana: 'ハラ ミドリ', bornOn: '1988-07-21' },
    children: [{ name: '原 りく', kana: 'ハラ リク', bornOn: '2020-12-05', schoolName: '第二保育園', schoolKind: 'NURSERY' }],
  });
  await consentToHelloWork(takahashi, caseId, cast);
  for (const { staffId } of [ito, watanabe]) await takahashi.does(giveSeat, { caseId, staffId });

  const treated = '通院は月二回。疲れやすいが、午前中は落ち着いて過ごせている。';
  await ito.does(writeRecord, { caseId, category: 'HEALTH', kind: 'CONTACT', channel: 'VISIT', body: treated });
  const sleep = '服薬の時間を夜に改めてから、眠れる日が増えた。';
  await ito.does(writeRecord, { caseId, category: 'HEALTH', kind: 'NOTE', channel: 'PHONE', body: sleep });
  const wish = '午前中だけの事務か軽作業を希望。表計算は前の職場で使っていた。';
  await watanabe.does(writeRecord, { caseId, category: 'EMPLOYMENT', kind: 'CONTACT', channel: 'IN_PERSON', body: wish });
  const budget = '家計簿を一緒につけ始めた。家賃は遅れなく払えている。';
  await takahashi.does(writeRecord, { caseId, category: 'LIFE', kind: 'OBSERVATION', channel: 'VISIT', body: budget });

  await takahashi.does(offerTask, {
    caseId,
    category: 'EMPLOYMENT',
    what: '午前中だけの求人を三件探して本人に示す',
    owner: { kind: 'STAFF', staffId: watanabe.staffId },
    dueInBusinessDays: 10,
  });
  const checkup = await takahashi.does(offerTask, {
    caseId,
    category: 'HEALTH',
    what: '主治医に働ける時間の見立てを聞く',
    owner: { kind: 'STAFF', staffId: ito.staffId },
    dueOn: inDays(14),
  });
  await ito.does(acceptTask, { taskId: checkup, version: 1 });
  const form = await takahashi.does(offerTask, {
    caseId,
    category: 'INCOME',
    what: '就労収入の申告の仕方を説明する',
    owner: { kind: 'STAFF', staffId: takahashi.staffId },
    dueOn: inDays(4),
  });
  const later = { toDueOn: inDays(12), reason: '働き始める日が決まってから説明するほうが伝わるため' };
  await takahashi.does(requestPostponement, { taskId: form, version: 1, ...later });
}
