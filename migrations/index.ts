/** The migrations, in order, forward only. Each is a file of hand-written SQL in this directory. */
export const MIGRATIONS = [
  '001-spine.sql',
  '002-people.sql',
  '003-cases.sql',
  '004-conferences-and-tasks.sql',
  '005-reach.sql',
  '006-no-orphans.sql',
  '007-need-to-know.sql',
  '008-extraordinary-access.sql',
  '009-meeting-grounds.sql',
  '010-address-shield.sql',
  '011-meetings.sql',
  '013-agendas.sql',
  '015-plans.sql',
  '016-series-ends.sql',
] as const;
