import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';

const LONGEST_MS = 12 * 3_600_000;

/** When a session is to be held, as a client says it. */
export interface SaidTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The times of a session. `INVALID` for a start in the past, an end before the start, and more than 12 hours. */
export function timesOf(work: Work, input: SaidTimes): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  if (startsAt <= work.now)
    throw invalid('input.startsAt', 'IN_THE_PAST', { ja: '開始日時が過去です。', en: 'The session would start in the past.' });
  if (endsAt <= startsAt)
    throw invalid('input.endsAt', 'OUT_OF_ORDER', { ja: '終了は開始より後にしてください。', en: 'A session ends after it starts.' });
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
    throw invalid('input.endsAt', 'NOT_ALLOWED', { ja: '一回は12時間以内にしてください。', en: 'A session lasts at most 12 hours.' });
  return { startsAt, endsAt };
}
