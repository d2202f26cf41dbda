/** Hands a table to the person as a file. */
export function saveCsv(name: string, text: string): void {
  // Spreadsheets in Japanese offices take a file without this mark for Shift_JIS.
  const marked = text.startsWith('\ufeff') ? text : `\ufeff${text}`;
  const address = URL.createObjectURL(new Blob([marked], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
