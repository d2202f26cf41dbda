import type { Problem } from '../../modules/ledger/ledger.js';
import { SHEETS } from '../../modules/ledger/sheets.js';
import type { Progress } from './take-in.js';

/** A problem as a line to be read: where, and what to do. */
export function problemInWords({ sheet, row, column, code, sentence }: Problem): string {
  const place = [SHEETS[sheet].name, `${row}行目`, ...(column ? [`「${column}」`] : [])].join(' ');
  return `${place}  ${code}  ${sentence.ja}  ${sentence.en}`;
}

const STAGES = { rehearsing: '確認中 checking', importing: '取り込み中 importing' } as const;

/** Shows on a terminal how far it has come, in one line that is written over; elsewhere at every tenth. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  let said = -1;
  return (stage, done, of) => {
    const tenth = Math.floor((done / of) * 10);
    if (!out.isTTY && tenth === said) return;
    said = tenth;
    const line = `${STAGES[stage]} ${done} / ${of}（${Math.floor((done / of) * 100)}%）`;
    out.write(out.isTTY ? `\r${line}${done === of ? '\n' : ''}` : `${line}\n`);
  };
}
