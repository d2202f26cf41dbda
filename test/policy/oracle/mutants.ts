export interface Mutant { readonly name: string; readonly changes?: readonly { file: string; from: string; to: string }[]; readonly sql?: string; readonly lock?: 'both' | 'rules' | 'rows' }
export const MUTANTS: readonly Mutant[] = [];
export const mutantNamed = (name: string) => MUTANTS.find((m) => m.name === name)!;
