/** One place of a built file, and what stands there instead. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
/** The text with one place changed, however it is spaced. Throws when it does not have the place, or has it twice. */
export function changed(text: string, change: Change): string;
