import { both } from './language';

/** How the codes of the API are called on the screen. */
export const codes = both(
  {
    category: {
      COORDINATION: '調整', LIFE: '生活状況', HEALTH: '健康・心理', EMPLOYMENT: '就業・求職', EDUCATION: '学歴・資格', CHILD: '子育て・学校', INCOME: '収入・手当',
      HOUSING: '住まい', FAMILY: '家族・離婚経緯', SAFETY: 'DV・虐待', IDENTITY: '連絡先・番号', CONSULTATION: '職業相談の内容',
    },
    profession: {
      CASEWORKER: 'ケースワーカー', CHILD_CASEWORKER: '子どものケースワーカー', PUBLIC_HEALTH_NURSE: '保健師', HELLO_WORK_NAVIGATOR: '就職支援ナビゲーター',
      SINGLE_PARENT_SUPPORT_WORKER: '母子・父子自立支援員', EMPLOYMENT_SPECIALIST: '就業支援専門員', EMPLOYMENT_SUPPORT_WORKER: '就労支援員', PROGRAMME_PLANNER: 'プログラム策定員',
      CONSULTATION_SUPPORT_WORKER: '相談支援員', WOMENS_COUNSELLOR: '女性相談支援員', COUNSELLOR: '心理カウンセラー', COORDINATOR: 'コーディネーター', CLERK: '事務職員',
      MANAGER: '管理者', SYSTEM_ADMINISTRATOR: 'システム管理者',
    },
    task: { OFFERED: '受諾待ち', ACCEPTED: '受諾', IN_PROGRESS: '対応中', DONE: '完了', DECLINED: '辞退', WITHDRAWN: '取り下げ' },
    session: { CONVENED: '招集中', OPEN: '開催中', CLOSED: '終了', CANCELLED: '中止' },
    invitation: { INVITED: '返事待ち', ACCEPTED: '参加', DECLINED: '不参加' },
    attendance: { PRESENT: '出席', LATE: '遅れて出席', EXCUSED: '欠席（連絡あり）', ABSENT: '欠席' },
    outcome: { DECIDED: '決定', NOTED: '確認', CARRIED_OVER: '次回へ持ち越し' },
    because: {
      OVERDUE: '期限を過ぎた対応事項', UNACCEPTED: '受諾されていない対応事項', DECLINED: '辞退された対応事項', UNFINISHED: '終わっていない対応事項', UNRESOLVED: '解決していない課題',
      CARRIED_OVER: '前回から持ち越し', CANCELLED: '中止した回の議題', UNCONFIRMED: '確認が済んでいない会議録',
    },
    confirmation: { ASKED: '未確認', CONFIRMED: '確認済み', DISPUTED: '異議あり' },
    gap: { UNACCEPTED: '受諾されていない', OVERDUE: '期限を過ぎた', DECLINED: '辞退されたまま', HANDOVER_PENDING: '引き継ぎの返事がない', NO_NEXT_SESSION: '次の会議がない' },
    sight: { NONE: '見えない', HEADLINE: '見出しのみ', READ: '読む', WRITE: '読み書き' },
    record: { CONTACT: '相談・連絡', NOTE: 'メモ', OBSERVATION: '観察' },
    channel: { IN_PERSON: '面談', PHONE: '電話', VISIT: '訪問', MAIL: 'メール', ACCOMPANIMENT: '同行' },
    relation: { SUBJECT: '支援対象者', CHILD: '子ども', OTHER: 'その他' },
  },
  {
    category: {
      COORDINATION: 'Coordination', LIFE: 'Daily life', HEALTH: 'Health', EMPLOYMENT: 'Employment', EDUCATION: 'Education', CHILD: 'Children, school', INCOME: 'Income',
      HOUSING: 'Housing', FAMILY: 'Family, divorce', SAFETY: 'Violence, abuse', IDENTITY: 'Contacts, numbers', CONSULTATION: 'Job consultation',
    },
    profession: {
      CASEWORKER: 'caseworker', CHILD_CASEWORKER: 'child caseworker', PUBLIC_HEALTH_NURSE: 'public health nurse', HELLO_WORK_NAVIGATOR: 'Hello Work navigator',
      SINGLE_PARENT_SUPPORT_WORKER: 'single-parent support worker', EMPLOYMENT_SPECIALIST: 'employment specialist', EMPLOYMENT_SUPPORT_WORKER: 'employment support worker',
      PROGRAMME_PLANNER: 'programme planner', CONSULTATION_SUPPORT_WORKER: 'consultation support worker', WOMENS_COUNSELLOR: 'women’s counsellor', COUNSELLOR: 'counsellor',
      COORDINATOR: 'coordinator', CLERK: 'clerk', MANAGER: 'manager', SYSTEM_ADMINISTRATOR: 'system administrator',
    },
    task: { OFFERED: 'Not accepted yet', ACCEPTED: 'Accepted', IN_PROGRESS: 'In progress', DONE: 'Done', DECLINED: 'Declined', WITHDRAWN: 'Withdrawn' },
    session: { CONVENED: 'Convened', OPEN: 'Under way', CLOSED: 'Closed', CANCELLED: 'Cancelled' },
    invitation: { INVITED: 'No answer yet', ACCEPTED: 'Coming', DECLINED: 'Not coming' },
    attendance: { PRESENT: 'Present', LATE: 'Came late', EXCUSED: 'Absent, excused', ABSENT: 'Absent' },
    outcome: { DECIDED: 'Decided', NOTED: 'Noted', CARRIED_OVER: 'Carried over' },
    because: {
      OVERDUE: 'An overdue task', UNACCEPTED: 'A task nobody accepted', DECLINED: 'A declined task', UNFINISHED: 'An unfinished task', UNRESOLVED: 'An unresolved issue',
      CARRIED_OVER: 'Carried over from last time', CANCELLED: 'From a cancelled session', UNCONFIRMED: 'Minutes not yet confirmed',
    },
    confirmation: { ASKED: 'Not confirmed', CONFIRMED: 'Confirmed', DISPUTED: 'Disputed' },
    gap: { UNACCEPTED: 'Not accepted', OVERDUE: 'Overdue', DECLINED: 'Declined, no new owner', HANDOVER_PENDING: 'Hand-over unanswered', NO_NEXT_SESSION: 'No next session' },
    sight: { NONE: 'Hidden', HEADLINE: 'Headline only', READ: 'Reads', WRITE: 'Reads and writes' },
    record: { CONTACT: 'Contact', NOTE: 'Note', OBSERVATION: 'Observation' },
    channel: { IN_PERSON: 'in person', PHONE: 'by phone', VISIT: 'home visit', MAIL: 'by mail', ACCOMPANIMENT: 'accompanied' },
    relation: { SUBJECT: 'Client', CHILD: 'Child', OTHER: 'Other' },
  },
);
