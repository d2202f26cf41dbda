import { both } from '../words/language';

export const words = both(
  {
    asOf: (clock: string) => `${clock} 時点`,
    rereading: '更新中…',
    loading: '読み込み中です',
    required: '入力してください。',
    cancel: 'やめる',
    send: '送る',
    again: 'もう一度読み込む',
    overdue: (days: number) => `${days}日超過`,
    left: (days: number) => (days === 0 ? '今日まで' : `あと${days}日`),
    client: '本人（支援対象者）',
    pool: '担当者未定',
    follows: (agency: string) => `見守り：${agency}`,
  },
  {
    asOf: (clock) => `as of ${clock}`,
    rereading: 'refreshing…',
    loading: 'Loading',
    required: 'Please fill this in.',
    cancel: 'Cancel',
    send: 'Send',
    again: 'Load again',
    overdue: (days) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
    left: (days) => (days === 0 ? 'due today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
    client: 'The client',
    pool: 'nobody yet',
    follows: (agency) => `followed up by ${agency}`,
  },
);
