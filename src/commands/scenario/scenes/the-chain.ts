import { verdictOf } from '../../../trail/verdict.js';
import { mustBe } from '../differs.js';
import type { Scene } from '../story.js';

/** The whole trail is walked, against the heads that are published and those on the minutes in people's hands. */
export const theChain: Scene = {
  title: { ja: '記録の連鎖を確かめる', en: 'The chain verifies' },
  async play(story) {
    const finding = await story.examine(story.heads);
    const verdict = verdictOf(finding);
    mustBe(finding.sound, true, verdict.en);
    story.transcript.tells(verdict);
  },
};
