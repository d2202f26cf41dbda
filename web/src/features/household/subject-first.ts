const ORDER = ['SUBJECT', 'CHILD', 'OTHER'];

/** The people of a household as everyone thinks of them: the client, the children, the others. */
export const subjectFirst = <T extends { readonly relation: string }>(members: readonly T[]): T[] =>
  members.toSorted((one, other) => ORDER.indexOf(one.relation) - ORDER.indexOf(other.relation));
