import type { Mutant } from './mutants-sql.js';

/** Mutants of one file of the build: a name, the text, and what stands there instead. */
export const code = (file: string, mutations: readonly (readonly [name: string, from: string, to: string])[], only?: 'sockets'): Mutant[] =>
  mutations.map(([name, from, to]) => ({ name, changes: [{ file, from, to }], lock: 'both', only }));
