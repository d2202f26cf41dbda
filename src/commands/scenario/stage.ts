import type { Transcript } from './transcript.js';

/** What everyone in the story has in common while it is played. */
export interface Stage {
  readonly transcript: Transcript;
  /** The case of this run; `null` before it is opened. */
  caseId: string | null;
  /** The last entry of the trail that the story has looked at. */
  cursor: number;
}
