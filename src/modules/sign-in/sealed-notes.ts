import type { Keyring } from '../../keyring.js';

/**
 * Notes that the product hands out and gets back: sealed, so nobody reads or changes them, and nothing of them has to be kept.
 * `kind` is what the note is; one kind is never taken for another.
 */
export const hand = (keyring: Keyring, kind: string, note: object): string =>
  keyring.seal(Buffer.from(JSON.stringify(note)), `note:${kind}`).toString('base64url');

/** What a note says; `null` for one that is not ours, of another kind, or past its `until` (milliseconds). */
export function takeBack<Note extends { readonly until: number }>(
  keyring: Keyring,
  kind: string,
  sealed: string | null,
  now: Date,
): Note | null {
  if (!sealed) return null;
  try {
    const note = JSON.parse(keyring.open(Buffer.from(sealed, 'base64url'), `note:${kind}`).toString()) as Note;
    return note.until > now.getTime() ? note : null;
  } catch {
    return null;
  }
}
