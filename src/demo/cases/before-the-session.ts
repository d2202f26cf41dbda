import { giveSeat } from '../../modules/cases/give-seat.js';
import { openCase } from '../../modules/cases/open-case.js';
import { writeRecord } from '../../modules/cases/write-record.js';
import { acceptInvitation } from '../../modules/conference/answer-invitation.js';
import { conveneSession } from '../../modules/conference/convene-session.js';
import { Invitation } from '../../modules/conference/invitation.entity.js';
import { offerTask } from '../../modules/tasks/offer-task.js';
import type { DemoCast } from '../actor.js';

/** A family whose first conference is convened for next week; tasks that cannot wait are offered and not yet answered. */
export async function beforeTheSession({ people, agencies, inDays }: DemoCast): Promise<void> {
  const { sato, suzuki, takahashi, ito } = people;
  const caseId = await sato.does(openCase, {
    headline: '離婚後の転入。住まいと保育園、仕事がまだ決まっていない',
    subject: { name: '森 あゆみ', kana: 'モリ アユミ', bornOn: '1991-02-14' },
    children: [
      { name: '森 そら', kana: 'モリ ソラ', bornOn: '2018-09-12', schoolName: '第三小学校', schoolKind: 'ELEMENTARY' },
      { name: '森 うみ', kana: 'モリ ウミ', bornOn: '2022-06-30' },
    ],
  });
  const life = '親戚宅に身を寄せている。下の子の保育園が見つからず、母は日中動けない。';
  await sato.does(writeRecord, { caseId, category: 'CHILD', kind: 'NOTE', channel: 'IN_PERSON', place: '相談窓口', body: life });
  const asSupportWorker = { staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' } as const;
  await sato.does(giveSeat, { caseId, ...asSupportWorker });

  const sessionId = await sato.does(conveneSession, {
    caseId,
    reason: '住まい・保育・仕事が互いを待っていて、一つの課だけでは進められないため',
    place: '子ども家庭支援センター 会議室',
    startsAt: `${inDays(7)}T10:00:00+09:00`,
    endsAt: `${inDays(7)}T11:30:00+09:00`,
    questions: [
      { what: '住まいをどう確保するか', category: 'HOUSING' },
      { what: '保育園が決まるまで子どもをどう預けるか', category: 'CHILD' },
    ],
    invitees: [asSupportWorker, { staffId: takahashi.staffId }, { staffId: ito.staffId }],
  });
  const [invitation] = await takahashi.finds(Invitation, { sessionId, staffId: takahashi.staffId });
  await takahashi.does(acceptInvitation, { invitationId: invitation!.id, version: invitation!.version });

  const offer = { caseId, dueInBusinessDays: 5 } as const;
  await sato.does(offerTask, {
    ...offer,
    category: 'HOUSING',
    what: '住宅扶助と転居費用の見込みを調べる',
    owner: { kind: 'STAFF', staffId: takahashi.staffId },
  });
  await sato.does(offerTask, {
    ...offer,
    category: 'CHILD',
    what: '下の子の発達の様子を乳幼児健診の記録で確かめる',
    owner: { kind: 'STAFF', staffId: ito.staffId },
  });
  const pool = { kind: 'AGENCY', agencyId: agencies.centre } as const;
  await sato.does(offerTask, { ...offer, category: 'CHILD', what: '一時保育の空きを三園に問い合わせる', owner: pool });
}
