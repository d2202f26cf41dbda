import { both } from '../../words/language';

/** How kinds of agencies are called. */
export const names = both(
  {
    agency: { MUNICIPALITY: '市区町村', DEPARTMENT: '部署', OUTSIDE_BODY: '外部の機関' },
  },
  {
    agency: { MUNICIPALITY: 'Municipality', DEPARTMENT: 'Department', OUTSIDE_BODY: 'Body outside' },
  },
);
