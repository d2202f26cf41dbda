import fc from 'fast-check';
import { csv } from '../../src/modules/responsibility/csv.js';

/** Reads CSV as RFC 4180 describes it. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  for (let rest = text.replace(/^\uFEFF/, ''), row: string[] = []; rest !== '';) {
    const [whole, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)!;
    row.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push(row.splice(0));
    rest = rest.slice(whole.length);
  }
  return rows;
}

it('begins with the mark of UTF-8, so that a spreadsheet shows Japanese', () => {
  expect(csv(['名前'], [['森 さくら']])).toBe('\uFEFF名前\r\n森 さくら\r\n');
});

it('shows a formula as the text that someone wrote, in half and full width', () => {
  const cells = ['=1+1', '+81', '-3', '@here', '＝A1', '\tx', '3-1', '森=森'];
  expect(read(csv(cells, []))).toEqual([["'=1+1", "'+81", "'-3", "'@here", "'＝A1", "'\tx", '3-1', '森=森']]);
});

it('brings back every text as it was, and none that a spreadsheet would run', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('=HYPERLINK("x","y")', 'a,b', 'l1\r\nl2', '"', "'=x", '@', ''));
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, ([headings, ...rows]) => {
      const found = read(csv(headings!, rows));
      expect(found.flat().some((text) => /^[=+\-@\t\r＝＋－＠]/.test(text))).toBe(false);
      const plain = (text: string) => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
      expect(found).toEqual([headings!, ...rows].map((row) => row.map(plain)));
    }),
  );
});

it('leaves numbers as numbers and nothing as nothing', () => {
  expect(read(csv(['番号', '内容', '理由'], [[-3, null, undefined]]))).toEqual([
    ['番号', '内容', '理由'],
    ['-3', '', ''],
  ]);
});
