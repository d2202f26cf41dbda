import { both } from '../../words/language';

/** How the codes of contacts and other parties are called. */
export const names = both(
  {
    contact: { ADDRESS: '住所', PHONE: '電話', MOBILE: '携帯電話', EMAIL: 'メール' },
    otherParty: { SPOUSE: '配偶者', FORMER_SPOUSE: '元配偶者', PARTNER: '交際相手', PARENT: '親', RELATIVE: '親族', OTHER: 'その他' },
  },
  {
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
