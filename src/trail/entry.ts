import type { Kind } from './kinds.js';

/** What may stand in the trail: identifiers, codes, dates, numbers. Never a sentence, never a name. */
export type Fact = string | number | boolean | null;
export type Facts = Readonly<Record<string, Fact | readonly Fact[]>>;

/** An entry before it is sealed with its `seq`. `to` names staff and agencies that it concerns: their inbox. */
export interface Draft {
  readonly at: string;
  readonly kind: Kind;
  readonly via: string;
  readonly actor: string;
  /** The session or token with which the actor came. */
  readonly credential: string | null;
  readonly commandId: string;
  /** 32 bits of the command's input, so that an id used again for something else is noticed. */
  readonly print: string;
  readonly ordinal: number;
  readonly caseId: string | null;
  /** The series of meetings and the session that the row belongs to, where it does. */
  readonly seriesId: string | null;
  readonly sessionId: string | null;
  readonly category: string;
  /** The session held without consent among whose members the entry stays. */
  readonly confinedTo: string | null;
  readonly type: string;
  readonly id: string;
  readonly to: readonly string[];
  /** The responsibility columns of the row as it stands after this entry: what "as of" reads. */
  readonly state: Facts;
  readonly data: Facts;
}

/** An identifier, a code, a calendar day, an instant or a hash: short, and without a space or a letter of any script but Latin. */
const FACT = /^[A-Za-z0-9_:.+-]{0,80}$/;

const isFact = (value: Fact) => typeof value !== 'string' || FACT.test(value);

/** Throws when words have found their way into facts (promise 8: words stay out of the trail). */
export function refuseWords(facts: Facts): void {
  for (const [name, value] of Object.entries(facts)) {
    if (![value].flat().every(isFact)) throw new Error(`Words do not belong in the trail: "${name}".`);
  }
}
