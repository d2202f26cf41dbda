/**
 * Information categories: each row of a case belongs to exactly one, and each is a unit of permission.
 * From 就労相談記録票 (川越市), the shared items of 豊島区 and 佐賀市, and the headings of 武蔵野市's しおり.
 */
export const INFORMATION_CATEGORIES = [
  'LIFE',
  'HEALTH',
  'EMPLOYMENT',
  'EDUCATION',
  'CHILD',
  'INCOME',
  'HOUSING',
  'FAMILY',
  'SAFETY',
  'IDENTITY',
  'CONSULTATION',
] as const;
export type InformationCategory = (typeof INFORMATION_CATEGORIES)[number];

/** Categories of which every read is logged, field by field: what harms a family most when it goes astray. */
export const RESTRICTED_CATEGORIES = ['SAFETY', 'HEALTH', 'IDENTITY'] as const satisfies readonly InformationCategory[];

/** What everyone on the case reads: the headline, who is on it, who is key person, when it meets. */
export const COORDINATION = 'COORDINATION';
export const CATEGORIES = [COORDINATION, ...INFORMATION_CATEGORIES] as const;
export type Category = (typeof CATEGORIES)[number];
