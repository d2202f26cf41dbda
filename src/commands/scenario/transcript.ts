import type { Sentence } from '../../refusal.js';

const NAME_COLUMNS = 12;
const MARGIN = ' '.repeat(NAME_COLUMNS + 2);

/** Japanese characters take two columns of a terminal. */
const columnsOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
const inColumns = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - columnsOf(text)));

/** What is said while the story is played: Japanese first, a short English line under it. */
export class Transcript {
  lines = 0;

  constructor(private readonly write: (line: string) => void) {}

  scene(number: number, { ja, en }: Sentence): void {
    this.line('', `━━ 第${number}場　${ja}`, `   ${en}`, '');
  }

  /** What nobody in particular does. */
  tells({ ja, en }: Sentence): void {
    this.line(`  ${ja}`, `  ${en}`);
  }

  did(name: string, { ja, en }: Sentence): void {
    this.line(`  ${inColumns(name, NAME_COLUMNS)}${ja}`, `${MARGIN}${en}`);
  }

  /** What the product refused, in its own words. */
  refused(code: string, message: string, fields: readonly { readonly path: string; readonly code: string }[]): void {
    const where = fields.map((field) => ` [${field.path} ${field.code}]`).join('');
    this.line(`${MARGIN}✕ ${code}${where} ${message}`);
  }

  /** Who was told on their socket, after how many milliseconds, and who was not. */
  told(seen: readonly { readonly name: string; readonly ms: number }[], unseen: readonly string[]): void {
    const reached = seen.map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`);
    if (reached.length > 0) this.line(`${MARGIN}⇢ ${reached.join('、')}`);
    if (unseen.length > 0) this.line(`${MARGIN}⊘ 届かない no pointer: ${unseen.join('、')}`);
  }

  detail(...lines: readonly string[]): void {
    this.line(...lines.map((line) => `${MARGIN}${line}`));
  }

  private line(...lines: readonly string[]): void {
    this.lines += lines.length;
    for (const line of lines) this.write(line);
  }
}
