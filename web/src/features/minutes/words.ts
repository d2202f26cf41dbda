import { both } from '../../words/language';

/** The minutes are a Japanese document whatever the language of the screen; only what stands around them is translated. */
export const words = both(
  {
    title: '会議録',
    print: '印刷する',
    confirm: '会議録のとおりです（確認）',
    dispute: '異議を申し出る',
    disputeWhy: 'どこが違うか（調整の情報として、ケースの担当者が読みます）',
    yours: '出席者としての確認をお願いします。',
    youConfirmed: '確認済みです。',
    youDisputed: '異議を申し出ています。',
    reading: 'この会議録は、あなたが読める情報だけで組み立てています。',
  },
  {
    title: 'Minutes',
    print: 'Print',
    confirm: 'Confirm these minutes',
    dispute: 'Say what is wrong',
    disputeWhy: 'What is wrong (people on the case read it, as coordination)',
    yours: 'You attended: please confirm.',
    youConfirmed: 'You have confirmed.',
    youDisputed: 'You have said that something is wrong.',
    reading: 'These minutes are made of what you may read, and nothing else.',
  },
);
