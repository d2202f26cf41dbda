import { refusalFor } from '../../database/constraints.js';
import { Refusal } from '../../refusal.js';
import type { Line } from './ledger.js';

/** A refusal that came of one line of a ledger. */
export class Misfit extends Refusal {
  constructor(
    readonly line: Line,
    { code, sentence, fields }: Refusal,
  ) {
    super(code, sentence, fields);
  }
}

/** Does a step for a line of a ledger; what it is refused for names the line. */
export async function inLine<T>({ sheet, row }: Line, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (fault) {
    const refusal = refusalFor(fault);
    throw refusal && !(refusal instanceof Misfit) ? new Misfit({ sheet, row }, refusal) : fault;
  }
}
