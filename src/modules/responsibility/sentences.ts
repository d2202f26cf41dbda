import type { Sentence } from '../../refusal.js';
import type { Kind } from '../../trail/kinds.js';
import { SENTENCES_OF_SIGNING_IN } from './sentences-of-signing-in.js';
import { SENTENCES_OF_TIME } from './sentences-of-time.js';

/**
 * What each kind of entry says. `{actor}` did it; `{owner}` answers for it: a person, the pool of an agency, or the client.
 * Names and dates only: what a task or a record is about stands in its row, for those who may read that.
 */
export const SENTENCES: Readonly<Record<Kind, Sentence>> = {
  ...SENTENCES_OF_SIGNING_IN,
  ...SENTENCES_OF_TIME,

  'agency.added': { ja: '{actor}が機関を登録しました。', en: '{actor} added an agency.' },
  'agency.renamed': { ja: '{actor}が機関の名前を改めました。', en: '{actor} renamed an agency.' },
  'agency.closed': { ja: '{actor}が機関を廃止しました。', en: '{actor} closed an agency.' },
  'staff.added': { ja: '{actor}が職員を登録しました。', en: '{actor} added a member of staff.' },
  'staff.renamed': { ja: '{actor}が職員の氏名を改めました。', en: '{actor} changed the name of a member of staff.' },
  'staff.posted': { ja: '{actor}が{staff}を{agency}に配置しました。', en: '{actor} posted {staff} to {agency}.' },
  'posting.ended': { ja: '{actor}が{staff}の{agency}での配置を終了しました。', en: '{actor} ended the posting of {staff} at {agency}.' },
  'inbox.seen': { ja: '{actor}が受信箱を確認しました。', en: '{actor} looked through their inbox.' },

  'ledger.imported': {
    ja: '{actor}が台帳を取り込みました（ケース{cases}件、対応事項{tasks}件）。',
    en: '{actor} took in a ledger of {cases} cases and {tasks} tasks.',
  },
  'ledger.exported': {
    ja: '{actor}が台帳を書き出しました（ケース{cases}件、対応事項{tasks}件）。',
    en: '{actor} gave out a ledger of {cases} cases and {tasks} tasks.',
  },

  'need-to-know.changed': { ja: '{actor}が業務上の閲覧範囲の表を改めました。', en: '{actor} changed the need-to-know table.' },
  'meeting-kind.added': { ja: '{actor}が会議の種別を加えました。', en: '{actor} added a kind of meeting.' },
  'meeting-kind.revised': { ja: '{actor}が会議の種別を改めました。', en: '{actor} revised a kind of meeting.' },
  'series.started': {
    ja: '{actor}が定例会議を始めました（主催 {agency}）。',
    en: '{actor} started a series of meetings, hosted by {agency}.',
  },
  'series.ended': {
    ja: '{actor}が定例会議を終了しました（主催 {agency}）。',
    en: '{actor} ended the series of meetings hosted by {agency}.',
  },
  'series.member-added': {
    ja: '{actor}が{staff}（{agency}）を定例会議に加えました。',
    en: '{actor} added {staff} ({agency}) to the series of meetings.',
  },
  'series.member-ended': {
    ja: '{actor}が{staff}（{agency}）の定例会議への参加を終了しました。',
    en: '{actor} ended the part of {staff} ({agency}) in the series of meetings.',
  },
  'target.set': { ja: '{actor}が今年度の目標を定めました。', en: '{actor} set a target of the year.' },
  'target.reported': { ja: '{actor}が目標の進捗を報告しました。', en: '{actor} reported how far a target is reached.' },
  'caseload.case-placed': {
    ja: '{actor}がこのケースを定例会議の対象に加えました。',
    en: '{actor} placed the case on the caseload of a series of meetings.',
  },
  'caseload.case-taken-off': {
    ja: '{actor}がこのケースを定例会議の対象から外しました。',
    en: '{actor} took the case off the caseload of a series of meetings.',
  },
  'consent.recorded': { ja: '{actor}が本人の同意を記録しました。', en: '{actor} recorded what the client consented to.' },
  'consent.withdrawn': { ja: '{actor}が本人の同意の撤回を記録しました。', en: '{actor} recorded that the client withdrew a consent.' },
  'basis.recorded': { ja: '{actor}が{agency}への情報提供の根拠を記録しました。', en: '{actor} recorded a basis for telling {agency}.' },
  'basis.ended': { ja: '{actor}が{agency}への情報提供の根拠を終了しました。', en: '{actor} ended a basis for telling {agency}.' },
  'access.begun': {
    ja: '{staff}（{agency}）が{how}を始めました（{until}まで）。',
    en: '{staff} ({agency}) began {how}, until {until}.',
  },
  'access.ended': { ja: '{staff}（{agency}）の{how}は終わりました。', en: '{how} of {staff} ({agency}) ended.' },
  'access.reviewed': { ja: '{actor}が{staff}（{agency}）の{how}を確認しました。', en: '{actor} reviewed {how} of {staff} ({agency}).' },

  'case.opened': { ja: '{actor}がケースを開始しました（主担当 {lead}）。', en: '{actor} opened the case, led by {lead}.' },
  'case.headline-revised': { ja: '{actor}がケースの見出しを改めました。', en: '{actor} revised the headline of the case.' },
  'case.lead-agency-changed': { ja: '{actor}が主担当を{lead}に変更しました。', en: '{actor} made {lead} the lead agency.' },
  'case.closed': { ja: '{actor}がケースを終結しました。', en: '{actor} closed the case.' },
  'household.member-added': { ja: '{actor}が世帯員を追加しました。', en: '{actor} added a member of the household.' },
  'household.child-enrolled': { ja: '{actor}が子どもの通学先を登録しました。', en: '{actor} recorded where a child goes to school.' },
  'seat.given': { ja: '{actor}が{staff}（{agency}）を担当者に加えました。', en: '{actor} gave {staff} ({agency}) a seat on the case.' },
  'seat.ended': { ja: '{actor}が{staff}（{agency}）の担当を終了しました。', en: '{actor} ended the seat of {staff} ({agency}).' },
  'key-person.began': { ja: '{staff}（{agency}）がキーパーソンになりました。', en: '{staff} ({agency}) became key person.' },
  'key-person.ended': { ja: '{staff}（{agency}）がキーパーソンを退きました。', en: '{staff} ({agency}) ceased to be key person.' },
  'handover.offered': {
    ja: '{actor}が{staff}にキーパーソンの引き継ぎを申し出ました。',
    en: '{actor} offered the role of key person to {staff}.',
  },
  'handover.accepted': { ja: '{staff}がキーパーソンの引き継ぎを受けました。', en: '{staff} accepted the role of key person.' },
  'handover.declined': { ja: '{staff}がキーパーソンの引き継ぎを断りました。', en: '{staff} declined the role of key person.' },
  'handover.withdrawn': {
    ja: '{actor}が{staff}へのキーパーソンの引き継ぎを取り下げました。',
    en: '{actor} withdrew the offer of the role of key person to {staff}.',
  },
  'contact.added': { ja: '{actor}が連絡先を登録しました。', en: '{actor} added a contact detail.' },
  'contact.ended': { ja: '{actor}が連絡先を終了しました。', en: '{actor} ended a contact detail.' },
  'address.shielded': {
    ja: '{actor}が支援措置を開始しました。世帯の連絡先は非公開です。',
    en: '{actor} shielded the address: what reaches the household is no longer shown.',
  },
  'shield.end-asked': {
    ja: '{actor}が支援措置の解除を申し出ました。別の人の確認が必要です。',
    en: '{actor} asked for the end of the address shield; somebody else has to confirm it.',
  },
  'shield.kept': { ja: '{actor}が支援措置を続けると決めました。', en: '{actor} decided that the address shield stays.' },
  'shield.ended': { ja: '{actor}が支援措置の解除を確認しました。', en: '{actor} confirmed the end of the address shield.' },
  'other-party.named': { ja: '{actor}が相手方を記録しました。', en: '{actor} recorded who the other party is.' },
  'other-party.ended': { ja: '{actor}が相手方の記録を終了しました。', en: '{actor} ended what was recorded of the other party.' },
  'other-party.came-elsewhere': {
    ja: '{actor}が、相手方と同じ読みと生年月日の人のケースを開始しました。',
    en: '{actor} opened a case for someone of the same reading and birth date as the other party.',
  },
  'conflict.noticed': {
    ja: '{staff}に、相手方との関係の可能性があります。',
    en: '{staff} may be connected with the other party.',
  },
  'conflict.waived': {
    ja: '{actor}が、相手方との関係の可能性を確認したうえで{staff}の参加を認めました。',
    en: '{actor} lets {staff} take part, although they may be connected with the other party.',
  },
  'record.written': { ja: '{actor}が記録を書きました。', en: '{actor} wrote a record.' },
  'record.corrected': { ja: '{actor}が記録を訂正しました。', en: '{actor} corrected a record.' },

  'attachment.added': { ja: '{actor}がファイルを添付しました。', en: '{actor} attached a file.' },
  'retention-period.changed': { ja: '{actor}が保存期間を変更しました。', en: '{actor} changed how long something is kept.' },
  'disposal.proposed': { ja: '{actor}がこのケースの記録の廃棄を提案しました。', en: '{actor} proposed that the words of this case go.' },
  'disposal.carried-out': { ja: '{actor}がこのケースの記録を廃棄しました。', en: '{actor} erased the words of this case.' },
  'disposal.withdrawn': { ja: '{actor}が廃棄の提案を取り下げました。', en: '{actor} took back that the words of this case go.' },
  'hold.placed': { ja: '{actor}がこのケースの廃棄を止めました。', en: '{actor} put a hold on this case: it is kept.' },
  'hold.lifted': { ja: '{actor}が廃棄の停止を解除しました。', en: '{actor} lifted the hold on this case.' },
  'household.exported': {
    ja: '{actor}が開示のために、この世帯について保有する情報を書き出しました。',
    en: '{actor} wrote out what is held about this household, for disclosure.',
  },
  'attachment.withdrawn': { ja: '{actor}が添付ファイルを取り下げました。', en: '{actor} withdrew an attached file.' },

  'conference.started': { ja: '{actor}がカンファレンスを始めました。', en: '{actor} started the conference.' },
  'session.convened': { ja: '{actor}がカンファレンスを招集しました（{starts}）。', en: '{actor} convened a session for {starts}.' },
  'session.opened': { ja: '{actor}がカンファレンスを開会しました。', en: '{actor} opened the session.' },
  'session.closed': { ja: '{actor}がカンファレンスを閉会しました。', en: '{actor} closed the session.' },
  'session.cancelled': { ja: '{actor}がカンファレンスを中止しました（{starts}）。', en: '{actor} cancelled the session of {starts}.' },
  'invitation.sent': { ja: '{actor}が{staff}（{agency}）を招待しました。', en: '{actor} invited {staff} ({agency}).' },
  'invitation.accepted': { ja: '{staff}が出席と回答しました。', en: '{staff} will attend.' },
  'invitation.declined': { ja: '{staff}が欠席と回答しました。', en: '{staff} cannot attend.' },
  'invitation.withdrawn': { ja: '{staff}への招待が取り下げられました。', en: 'The invitation of {staff} was taken back.' },
  'invitation.delegated': { ja: '{actor}が代理を立てました。', en: '{actor} sends somebody in their stead.' },
  'attendance.marked': { ja: '{actor}が{staff}の出欠を記録しました。', en: '{actor} marked the attendance of {staff}.' },
  'agenda.item-added': { ja: '{actor}が議題を加えました。', en: '{actor} added an item to the agenda.' },
  'agenda.item-carried': { ja: '未了の事項が議題に戻りました。', en: 'Something unfinished came back to the agenda.' },
  'agenda.item-taken-on': { ja: '{actor}が提案された議題を取り上げました。', en: '{actor} took a proposed item on.' },
  'agenda.item-begun': { ja: '{actor}が議題に入りました。', en: '{actor} came to an item of the agenda.' },
  'agenda.item-settled': { ja: '{actor}が議題に結論を付けました。', en: '{actor} settled an item of the agenda.' },
  'statement.made': { ja: '{actor}が情報を共有しました。', en: '{actor} told what their agency knows.' },
  'issue.named': { ja: '{actor}が課題を挙げました（担当 {agency}）。', en: '{actor} named an issue; {agency} is responsible.' },
  'issue.assigned': { ja: '{actor}が課題の担当を{agency}にしました。', en: '{actor} made {agency} responsible for an issue.' },
  'issue.resolved': { ja: '{actor}が課題を解決済みにしました（担当 {agency}）。', en: '{actor} marked an issue of {agency} as resolved.' },
  'issue.reopened': {
    ja: '{actor}が課題の解決を取り消しました（担当 {agency}）。',
    en: '{actor} took back that an issue of {agency} was resolved.',
  },
  'role.allocated': { ja: '{actor}が{staff}（{agency}）に役割を割り当てました。', en: '{actor} allocated a role to {staff} ({agency}).' },
  'role.ended': { ja: '{actor}が{staff}（{agency}）の役割を終了しました。', en: '{actor} ended a role of {staff} ({agency}).' },
  'decision.taken': {
    ja: '決定しました：{owner}が{due}までに対応します。',
    en: 'It was decided: {owner} will act by {due}.',
  },
  'minutes.drafted': { ja: '会議録の案ができました。', en: 'The minutes were drafted.' },
  'minutes.confirmation-asked': { ja: '{staff}に会議録の確認を依頼しました。', en: '{staff} was asked to confirm the minutes.' },
  'minutes.confirmed': { ja: '{staff}が会議録を確認しました。', en: '{staff} confirmed the minutes.' },
  'minutes.disputed': { ja: '{staff}が会議録に異議を述べました。', en: '{staff} disputed the minutes.' },
  'minutes.corrected': { ja: '{actor}が会議録への訂正を加えました。', en: '{actor} put something right beside the minutes.' },

  'appointment.made': {
    ja: '{actor}が{staff}（{agency}）との次回の予定を入れました。',
    en: '{actor} made an appointment with {staff} ({agency}).',
  },
  'appointment.kept': { ja: '{staff}（{agency}）との予定どおりに会いました。', en: 'The appointment with {staff} ({agency}) was kept.' },
  'appointment.missed': {
    ja: '{staff}（{agency}）との予定は果たされませんでした。',
    en: 'The appointment with {staff} ({agency}) was missed.',
  },
  'appointment.cancelled': {
    ja: '{actor}が{staff}（{agency}）との予定を取りやめました。',
    en: '{actor} cancelled the appointment with {staff} ({agency}).',
  },
  'appointment.reverted': {
    ja: '{actor}が{staff}（{agency}）との予定の結果を取り消しました。',
    en: '{actor} took back what was noted of the appointment with {staff} ({agency}).',
  },
  'plan.drafted': { ja: '{actor}が支援プランの案を作成しました。', en: '{actor} drafted a support plan.' },
  'plan.revised': { ja: '{actor}が支援プランの案を改めました。', en: '{actor} revised the draft of a support plan.' },
  'plan.withdrawn': { ja: '{actor}が支援プランの案を取り下げました。', en: '{actor} withdrew the draft of a support plan.' },
  'plan.step-planned': {
    ja: '{actor}が{owner}の取り組みを計画しました（期限 {due}）。',
    en: '{actor} planned a step for {owner}, due {due}.',
  },
  'plan.step-dropped': { ja: '{actor}が計画から{owner}の取り組みを外しました。', en: '{actor} took a step of {owner} out of the draft.' },
  'plan.step-offered': {
    ja: '計画に沿って{owner}に依頼しました（期限 {due}）。',
    en: 'A step of the plan was offered to {owner}, due {due}.',
  },
  'plan.proposed': { ja: '{actor}が支援プランを会議に諮りました。', en: '{actor} put a support plan to a meeting.' },
  'plan.approved': {
    ja: '会議が支援プランを決定しました（担当 {staff}）。',
    en: 'A meeting approved a support plan, in the hands of {staff}.',
  },
  'plan.returned': { ja: '会議が支援プランを{staff}に差し戻しました。', en: 'A meeting returned a support plan to {staff}.' },
  'plan.amended': { ja: '支援プランが新しいプランに替わりました。', en: 'A new support plan took the place of an earlier one.' },
  'plan.reviewed': { ja: '{actor}が支援プランを見直しました。', en: '{actor} reviewed a support plan.' },
  'plan.evaluated': { ja: '{actor}が支援プランを評価し、終結しました。', en: '{actor} evaluated a support plan, which ends with it.' },
  'priority.changed': { ja: '{actor}がこのケースの優先を「{priority}」に改めました。', en: '{actor} put {priority} first on the case.' },
  'task.offered': { ja: '{actor}が{owner}に対応を依頼しました（期限 {due}）。', en: '{actor} offered a task to {owner}, due {due}.' },
  'task.accepted': { ja: '{owner}が対応を引き受けました（期限 {due}）。', en: '{owner} accepted a task, due {due}.' },
  'task.declined': { ja: '{actor}が対応を断りました。', en: '{actor} declined a task.' },
  'task.started': { ja: '{actor}が対応を始めました（期限 {due}）。', en: '{actor} started a task, due {due}.' },
  'task.done': { ja: '{actor}が対応を終えました（期限 {due}）。', en: '{actor} finished a task, due {due}.' },
  'task.withdrawn': { ja: '{actor}が{owner}への依頼を取り下げました。', en: '{actor} withdrew a task from {owner}.' },
  'task.reverted': {
    ja: '{actor}が対応についての直前の操作を取り消しました（担当 {owner}）。',
    en: '{actor} took back what they had just done to a task of {owner}.',
  },
  'task.reassigned': {
    ja: '{actor}が対応の担当を{owner}に変更しました（期限 {due}）。',
    en: '{actor} reassigned a task to {owner}, due {due}.',
  },
  'task.postponed': { ja: '対応の期限が{due}に延びました（担当 {owner}）。', en: 'The deadline of a task of {owner} was moved to {due}.' },
  'postponement.requested': {
    ja: '{staff}が期限の延長を申請しました（{from}から{to}へ）。',
    en: '{staff} asked to move a deadline from {from} to {to}.',
  },
  'postponement.approved': {
    ja: '{actor}が{staff}の期限延長を認めました（{to}まで）。',
    en: '{actor} approved the later deadline of {staff}: {to}.',
  },
  'postponement.refused': {
    ja: '{actor}が{staff}の期限延長を認めませんでした（期限 {from}）。',
    en: '{actor} refused {staff} a later deadline; it stays {from}.',
  },
  'postponement.withdrawn': {
    ja: '{staff}の期限延長の申請は取り下げられました。',
    en: 'The request of {staff} for a later deadline fell away.',
  },
};
