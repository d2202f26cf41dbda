/** Milliseconds by which the server's clock is ahead of this machine's; clocks at desks are sometimes wrong by days. */
let ahead = 0;
/** Below this a difference is the way there and back. */
const NEGLIGIBLE_MS = 60_000;

/** Takes the time from what the server said with an answer. */
export function setClockBy(date: string | null): void {
  const difference = date === null ? NaN : Date.parse(date) - Date.now();
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) < NEGLIGIBLE_MS ? 0 : difference;
}

/** Now, by the server's clock: what is due today is due today everywhere. */
export const now = (): number => Date.now() + ahead;
/** When something happened here, by the server's clock. */
export const asServed = (moment: number): number => moment + ahead;
