import { both } from '../../words/language';

export const words = both(
  {
    title: '受信箱',
    intro: 'あなたやあなたの機関に宛てられた動きです。することがあるものは「今日」にも出ます。',
    seen: 'ここまで確認済みにする',
    unread: (count: number) => (count === 0 ? '新しいお知らせはありません。' : `新しいお知らせが${count}件あります。`),
    isNew: '新着',
    allSeen: '新しいお知らせはありません',
    none: 'お知らせはまだありません',
    noneText: '依頼、招待、決定、会議録の確認など、あなたに宛てられたことが起きると、ここに並びます。',
    older: '以前のお知らせを読み込む',
    meeting: '会議',
    series: '定例会議',
  },
  {
    title: 'Inbox',
    intro: 'What was addressed to you or your agencies. What asks something of you also stands in Today.',
    seen: 'Mark as seen up to here',
    unread: (count) => (count === 0 ? 'Nothing new.' : `${count} new ${count === 1 ? 'notice' : 'notices'}.`),
    isNew: 'new',
    allSeen: 'There is nothing new',
    none: 'No notices yet',
    noneText: 'Tasks offered, invitations, decisions, minutes to confirm: whatever is addressed to you is listed here.',
    older: 'Load earlier notices',
    meeting: 'Meeting',
    series: 'Regular meeting',
  },
);
