/** The text with one place changed, however it is spaced. */
export function changed(text, { file, from, to }) {
  const parts = from
    .replace(/[[\](){},]/g, ' $& ')
    .trim()
    .split(/\s+/);
  const places = [...text.matchAll(new RegExp(parts.map((part) => RegExp.escape(part)).join('\\s*'), 'g'))];
  if (places.length !== 1) throw new Error(`A mutant no longer fits: ${file} should have "${from}" once.`);
  return text.replace(places[0][0], () => to);
}
