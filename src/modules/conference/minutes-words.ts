import type { CarryReason, Outcome } from './agenda-item.entity.js';
import type { AttendanceStatus } from './invitation.entity.js';
import type { ConfirmationStatus } from './minutes-confirmation.entity.js';

/* How minutes name the codes. Minutes are a Japanese document, whatever language the reader's screen is in. */

type Names<T extends object> = Readonly<Record<keyof T, string>>;

export const ATTENDANCE: Names<typeof AttendanceStatus> = {
  PRESENT: '出席',
  LATE: '遅れて出席',
  EXCUSED: '欠席（連絡あり）',
  ABSENT: '欠席',
  DELEGATED: '代理が出席',
};

export const OUTCOME: Names<typeof Outcome> = {
  DECIDED: '決定',
  NOTED: '確認',
  CARRIED_OVER: '次回へ持ち越し',
  DEFERRED: '期日まで延期',
  NOT_TAKEN_ON: '取り上げず',
  UNSETTLED: '結論に至らず',
};

export const BACK_BECAUSE: Names<typeof CarryReason> = {
  OVERDUE: '期限を過ぎた対応事項',
  UNACCEPTED: '受諾されていない対応事項',
  DECLINED: '辞退された対応事項',
  UNFINISHED: '終わっていない対応事項',
  UNRESOLVED: '解決していない課題',
  CARRIED_OVER: '前回から持ち越し',
  CANCELLED: '中止した回の議題',
  UNCONFIRMED: '全員の確認が済んでいない会議録',
  DEFERRED: '延期した議題',
  UNSETTLED: '結論に至らなかった議題',
  ON_CASELOAD: '対象のケース',
  NO_APPOINTMENT: '次回の予定がないケース',
};

export const CONFIRMATION: Names<typeof ConfirmationStatus> = { ASKED: '未確認', CONFIRMED: '確認済み', DISPUTED: '異議あり' };

const inJapan = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', ...options });
const DAY = inJapan({ dateStyle: 'full' });
const TIME = inJapan({ timeStyle: 'short' });

/** A calendar day, as `2026年11月20日金曜日`. */
export const dayOf = (day: string) => DAY.format(new Date(`${day}T00:00:00+09:00`));

/** A moment in Japan: the day and the minute. */
export const momentOf = (moment: Date | string) => `${DAY.format(new Date(moment))} ${TIME.format(new Date(moment))}`;

/** From when to when; the day is said again only where it is another. */
export function spanOf(from: Date | string, until: Date | string): string {
  const sameDay = DAY.format(new Date(from)) === DAY.format(new Date(until));
  return `${momentOf(from)}〜${sameDay ? TIME.format(new Date(until)) : momentOf(until)}`;
}
