import { both } from '../../words/language';

/** How the codes of meetings are called. */
export const names = both(
  {
    matter: { PLAN: 'プラン', TASK: '対応事項', KEY_PERSON: 'キーパーソン', PRIORITY: '優先課題', CLOSING: '終結' },
    per: { WEEK: '週', MONTH: '月', YEAR: '年度' },
    part: { CHAIR: '座長', RECORDER: '記録者', MEMBER: '構成員' },
    brings: { NOTHING: '提案と持ち越しだけ', CASELOAD: '対象のケースすべて', WITHOUT_APPOINTMENT: '次回の予定がないケース' },
    subject: { ONE_CASE: '一つのケース', CASELOAD: '複数のケース（定例会議）' },
    purpose: {
      PLAN_APPROVAL: 'プランの協議',
      PROGRESS: '進捗の共有',
      ROLE_ALLOCATION: '役割分担',
      CLOSING_EVALUATION: '終結時の評価',
      MISSING_RESOURCES: '社会資源の課題',
      SCHEDULING: '次回の予定',
      PRIORITY: '優先課題',
      KEY_PERSON: 'キーパーソン',
      OTHER: 'その他',
    },
    whenClosed: { SKIP: 'その回は開かない', BEFORE: '前の開庁日に開く', AFTER: '次の開庁日に開く' },
    planned: { PLANNED: '予定', CONVENED: '招集済み', CANCELLED: '取りやめ', REPLACED: '置き換え' },
    unit: { PERSON: '人', CASE: '件', TIME: '回', COMPANY: '社', PERCENT: '％' },
    weekday: { SUN: '日曜', MON: '月曜', TUE: '火曜', WED: '水曜', THU: '木曜', FRI: '金曜', SAT: '土曜' },
  },
  {
    matter: { PLAN: 'plans', TASK: 'tasks', KEY_PERSON: 'the key person', PRIORITY: 'priorities', CLOSING: 'closing' },
    per: { WEEK: 'week', MONTH: 'month', YEAR: 'fiscal year' },
    part: { CHAIR: 'Chair', RECORDER: 'Recorder', MEMBER: 'Member' },
    brings: {
      NOTHING: 'only proposals and what comes back',
      CASELOAD: 'every case of the caseload',
      WITHOUT_APPOINTMENT: 'cases without an appointment',
    },
    subject: { ONE_CASE: 'one case', CASELOAD: 'a caseload (series)' },
    purpose: {
      PLAN_APPROVAL: 'Plan',
      PROGRESS: 'Progress',
      ROLE_ALLOCATION: 'Roles',
      CLOSING_EVALUATION: 'Closing',
      MISSING_RESOURCES: 'Missing resources',
      SCHEDULING: 'Next appointment',
      PRIORITY: 'Priority',
      KEY_PERSON: 'Key person',
      OTHER: 'Other',
    },
    whenClosed: { SKIP: 'Do not meet', BEFORE: 'Meet on the business day before', AFTER: 'Meet on the business day after' },
    planned: { PLANNED: 'Planned', CONVENED: 'Convened', CANCELLED: 'Called off', REPLACED: 'Replaced' },
    unit: { PERSON: 'people', CASE: 'cases', TIME: 'times', COMPANY: 'companies', PERCENT: '%' },
    weekday: { SUN: 'Sunday', MON: 'Monday', TUE: 'Tuesday', WED: 'Wednesday', THU: 'Thursday', FRI: 'Friday', SAT: 'Saturday' },
  },
);
