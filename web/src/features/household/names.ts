import { both } from '../../words/language';

/** How the codes of contacts and other parties are called. */
export const names = both(
  {
    school: {
      NURSERY: '保育園等',
      KINDERGARTEN: '幼稚園',
      ELEMENTARY: '小学校',
      JUNIOR_HIGH: '中学校',
      HIGH_SCHOOL: '高校',
      OTHER: 'その他',
    },
    contact: { ADDRESS: '住所', PHONE: '電話', MOBILE: '携帯電話', EMAIL: 'メール' },
    otherParty: { SPOUSE: '配偶者', FORMER_SPOUSE: '元配偶者', PARTNER: '交際相手', PARENT: '親', RELATIVE: '親族', OTHER: 'その他' },
  },
  {
    school: {
      NURSERY: 'Nursery',
      KINDERGARTEN: 'Kindergarten',
      ELEMENTARY: 'Elementary school',
      JUNIOR_HIGH: 'Junior high school',
      HIGH_SCHOOL: 'High school',
      OTHER: 'Other',
    },
    contact: { ADDRESS: 'Address', PHONE: 'Telephone', MOBILE: 'Mobile', EMAIL: 'Mail' },
    otherParty: {
      SPOUSE: 'spouse',
      FORMER_SPOUSE: 'former spouse',
      PARTNER: 'partner',
      PARENT: 'parent',
      RELATIVE: 'relative',
      OTHER: 'other',
    },
  },
);
