/*
 * Offices in Japan live by one zone without summer time, whatever the zone of the server: +09:00, since 1952.
 */

const OFFSET = '+09:00';
const OFFSET_MS = 9 * 3_600_000;

/** An instant as the clocks in Japan show it, in UTC's place. */
const shifted = (instant: Date) => new Date(instant.getTime() + OFFSET_MS).toISOString();

/** The day in Japan at an instant, `YYYY-MM-DD`. */
export const dayInJapan = (instant: Date): string => shifted(instant).slice(0, 10);

/** What a clock in Japan shows at an instant, `HH:MM`. */
export const clockInJapan = (instant: Date): string => shifted(instant).slice(11, 16);

/** The instant at which a clock in Japan shows `HH:MM` on a day. */
export const instantInJapan = (day: string, clock: string): Date => new Date(`${day}T${clock}:00${OFFSET}`);
