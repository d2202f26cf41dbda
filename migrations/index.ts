/** The migrations, in order, forward only. Each is a file of hand-written SQL in this directory. */
export const MIGRATIONS = [
  '001-spine.sql',
  '002-people.sql',
  '003-cases.sql',
  '004-conferences-and-tasks.sql',
  '005-reach.sql',
  '006-no-orphans.sql',
  '007-need-to-know.sql',
  '010-meeting-grounds.sql',
] as const;
