import { both } from '../../words/language';

/** A line for each: the keys, and what they do. */
export const words = both(
  {
    title: 'キーボードの使い方',
    close: '閉じる',
    isOn: '文字のキー（g と ?）を使う',
    list: [
      'Tab / Shift+Tab|次へ／前へ',
      'Enter / Space|押す',
      '↑ ↓|選択肢から選ぶ',
      'Ctrl+Enter|文章の欄から送る',
      'Esc|この窓を閉じる',
      'g t|今日の画面へ',
      'g i|受信箱へ',
      'g c|ケースの一覧へ',
      'g r|責任の所在へ',
      'g n|情報の範囲へ',
      'g a|自分の設定へ',
      '?|この一覧を出す',
    ].join('\n'),
  },
  {
    title: 'Using the keyboard',
    close: 'Close',
    isOn: 'Use the letter keys (g and ?)',
    list: [
      'Tab / Shift+Tab|Next / previous',
      'Enter / Space|Press',
      '↑ ↓|Choose from a list',
      'Ctrl+Enter|Send from a text field',
      'Esc|Close this window',
      'g t|To Today',
      'g i|To the inbox',
      'g c|To the cases',
      'g r|To responsibility',
      'g n|To need to know',
      'g a|To your own settings',
      '?|Show this list',
    ].join('\n'),
  },
);
