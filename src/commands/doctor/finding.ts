import type { Sentence } from '../../refusal.js';

/** What one look found: all is well, somebody should look, or something is wrong, and then what to do about it. */
export interface Finding {
  readonly part: string;
  readonly state: 'WELL' | 'LOOK' | 'WRONG';
  readonly says: Sentence;
  readonly cure?: Sentence;
}

export const well = (part: string, says: Sentence): Finding => ({ part, state: 'WELL', says });
export const look = (part: string, says: Sentence, cure: Sentence): Finding => ({ part, state: 'LOOK', says, cure });
export const wrong = (part: string, says: Sentence, cure: Sentence): Finding => ({ part, state: 'WRONG', says, cure });

const SIGNS = { WELL: '✓', LOOK: '!', WRONG: '✗' } as const;

/** A finding as people read it at the terminal. */
export const textOf = ({ part, state, says, cure }: Finding): string =>
  [
    `${SIGNS[state]} ${part.padEnd(12)} ${says.ja}`,
    `${' '.repeat(15)}${says.en}`,
    ...(cure ? [`${' '.repeat(13)}→ ${cure.ja}`, `${' '.repeat(15)}${cure.en}`] : []),
  ].join('\n');

export function summaryOf(findings: readonly Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  return `異常 ${count('WRONG')} 件、確認 ${count('LOOK')} 件、正常 ${count('WELL')} 件。  ${count('WRONG')} wrong, ${count('LOOK')} to look at, ${count('WELL')} well.`;
}
