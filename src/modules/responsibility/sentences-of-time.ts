import type { Sentence } from '../../refusal.js';
import type { Kind } from '../../trail/kinds.js';

/** What entries say of when people work and meet, and of their calendars and mail. */
export const SENTENCES_OF_TIME = {
  'working-week.set': {
    ja: '{actor}が{staff}の勤務日を設定しました（{since}から）。',
    en: '{actor} set the working week of {staff}, from {since} on.',
  },
  'absence.reported': {
    ja: '{actor}が{staff}の不在を登録しました（{since}から{last}まで）。',
    en: '{actor} reported {staff} away from {since} to {last}.',
  },
  'absence.withdrawn': {
    ja: '{actor}が{staff}の不在を取り消しました（{since}から{last}まで）。',
    en: '{actor} took back that {staff} is away from {since} to {last}.',
  },
  'turn-of-year.set': {
    ja: '{actor}が{agency}の年末年始の閉庁日を設定しました。',
    en: '{actor} set when {agency} closes over the turn of the year.',
  },
  'closing-day.added': { ja: '{actor}が{agency}の閉庁日を登録しました。', en: '{actor} added a closing day of {agency}.' },
  'closing-day.withdrawn': { ja: '{actor}が{agency}の閉庁日を取り消しました。', en: '{actor} took a closing day of {agency} back.' },
  'calendar-feed.opened': { ja: '{actor}が自分のカレンダーの配信を始めました。', en: '{actor} opened a calendar feed of their own.' },
  'calendar-feed.revoked': { ja: '{actor}が自分のカレンダーの配信を止めました。', en: '{actor} revoked their calendar feed.' },
  'mail.chosen': { ja: '{actor}がメールの受け取り方を選びました。', en: '{actor} chose what mail they get.' },
  'recurrence.set': { ja: '{actor}が定例会議の開催日を設定しました。', en: '{actor} set on which days the series of meetings meets.' },
  'planned-session.added': {
    ja: '{actor}が随時の会議を予定しました（{starts}）。',
    en: '{actor} planned a session beside the recurrence, for {starts}.',
  },
  'planned-session.moved': { ja: '{actor}が会議の予定を変更しました（{starts}）。', en: '{actor} moved a planned session to {starts}.' },
  'planned-session.cancelled': {
    ja: '{actor}が会議の予定を取りやめました（{starts}）。',
    en: '{actor} called off the session planned for {starts}.',
  },
  'planned-session.convened': {
    ja: '{actor}が予定の会議を招集しました（{starts}）。',
    en: '{actor} convened the session planned for {starts}.',
  },
  'session.moved': { ja: '{actor}が会議の日時または場所を変更しました（{starts}）。', en: '{actor} moved the session to {starts}.' },
} as const satisfies Partial<Record<Kind, Sentence>>;
