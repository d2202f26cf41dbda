import { SUBJECTS, type SubjectName } from '../permissions/subjects.js';
import type { Conditions } from '../permissions/rules.js';
import type { Language } from '../refusal.js';

/** A class that is a table, a subject of the rules and a type of the API at once. */
export type Type<T = object> = (abstract new () => T) & { readonly prototype: T };

/** How one field of a row leads to other rows. Forward: this row names the other's id. Back: the other names ours. */
export interface Link {
  readonly to: () => Type;
  readonly by: string;
  readonly direction: 'forward' | 'back';
  readonly many: boolean;
  readonly where?: Conditions;
  readonly order?: Order;
}

/** What is counted over the rows that name this one, of those that the reader may see: facts by name, each an aggregate over the alias. */
export interface Tally {
  readonly to: () => Type;
  readonly by: string;
  readonly where: Conditions;
  readonly facts: Readonly<Record<string, (alias: string) => string>>;
}

/** Columns to sort by, most important first; `-` before a name means descending. */
export type Order = readonly string[];

export interface Shape {
  /** Columns that the API shows. */
  readonly columns: Set<string>;
  readonly links: Map<string, Link>;
  readonly tallies: Map<string, Tally>;
  /** Fields computed in SQL; the function receives the alias of the row. */
  readonly derived: Map<string, (alias: string) => string>;
  /** For derived fields that are facts to be told: how to say them in a language. */
  readonly worded: Map<string, (facts: unknown, language: Language) => string>;
  /** Whoever asks may read every row, and answers take its text from the directory. */
  isListed: boolean;
  /** Columns that say who answers for the row and until when: sealed into every entry about it. */
  readonly responsibility: Set<string>;
}

const shapes = new Map<object, Shape>();

/** The shape of a type; made on first use, so that decorators can fill it. */
export function shapeOf(type: object): Shape {
  const known = shapes.get(type);
  if (known) return known;
  const made: Shape = {
    columns: new Set(),
    links: new Map(),
    tallies: new Map(),
    derived: new Map(),
    worded: new Map(),
    isListed: false,
    responsibility: new Set(),
  };
  shapes.set(type, made);
  return made;
}

/** The name under which the rules know a type; throws for a class that is none of their subjects. */
export function subjectOf(type: { readonly name: string }): SubjectName {
  const found = SUBJECTS.find((subject) => subject === type.name);
  if (!found) throw new Error(`${type.name} is no subject of the rules.`);
  return found;
}
