import type { DemoCast } from './actor.js';
import { afterTheSession } from './cases/after-the-session.js';
import { beforeTheSession } from './cases/before-the-session.js';
import { endedWell } from './cases/ended-well.js';
import { workAndHealth } from './cases/work-and-health.js';

/** Fills the demonstration with fictional families at four stages, so that everyone finds something that waits for them. */
export async function fillCases(cast: DemoCast): Promise<void> {
  for (const fill of [endedWell, afterTheSession, workAndHealth, beforeTheSession]) await fill(cast);
}
