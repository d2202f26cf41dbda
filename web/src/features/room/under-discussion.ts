import type { Item, Session } from './room';

/** The item that the session has come to last and not settled. */
export const underDiscussion = ({ agenda }: Session): Item | undefined =>
  agenda
    .filter(({ begunAt, outcome }) => begunAt !== null && outcome === null)
    .toSorted((one, other) => (other.begunAt ?? '').localeCompare(one.begunAt ?? ''))[0];
