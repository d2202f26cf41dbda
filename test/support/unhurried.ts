/** Tests ask faster than people do, and for everything at once: how much is counted only where a story is about that. */
export const UNHURRIED = {
  COST_BUDGET: '10000000',
  RATE_PER_PERSON: '0',
  RATE_PER_AGENCY: '0',
  RATE_PER_ADDRESS: '0',
  RATE_OF_EVENTS: '0',
  AT_ONCE_PER_PERSON: '0',
} as const;
