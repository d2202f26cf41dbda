import { countMail } from '../../operations/metrics.js';
import type { Rounds } from '../../operations/rounds.js';
import type { Log } from '../../spine.js';
import type { Tail } from '../../trail/tail.js';
import { compose, type Desk } from './compose.js';
import { beginCursor, gatherNotices, writeReminders } from './gather.js';
import { settleInvitations } from './invitations-by-mail.js';
import { Letters, type Letter } from './letters.js';
import { Post, type Handover } from './post.js';

const ROUND_MS = 15_000;
const AT_ONCE = 20;
/** How often a mail server may put a letter off: for about a day. While it cannot be reached at all, nothing is given up. */
const MOST_TRIES = 12;

/**
 * Mail as a reading of the trail. The doorbell of the tail starts a round: read on from the cursor, compare invitations with the meetings
 * that people have now, send what is due. What is lost between the mail server's "taken" and our note of it is sent a second time, under
 * the same message id: twice is told apart, never is not.
 */
export class PostOffice {
  private readonly letters: Letters;
  private readonly post: Post;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | null = null;
  private stopped = false;
  /** Whether the mail server took what was handed to it last, or said why not. */
  isTaken = true;
  /** Letters that are still to go out, as of the last round. */
  lettersWaiting = 0;

  private constructor(
    private readonly desk: Desk,
    private readonly log: Log,
    private readonly rounds: Rounds,
    smtpUrl: string,
  ) {
    this.letters = new Letters(desk.database);
    this.post = new Post(smtpUrl, desk.config.mailFrom);
  }

  /** Opens where a mail server is named; `null` elsewhere. */
  static async open({ tail, log, rounds, ...desk }: Desk & { tail: Tail; log: Log; rounds: Rounds }): Promise<PostOffice | null> {
    const { smtpUrl } = desk.config;
    if (!smtpUrl) return null;
    await beginCursor(desk.database);
    const office = new PostOffice(desk, log, rounds, smtpUrl);
    // Nobody who follows the trail waits for a mail server.
    tail.follow(() => void office.round());
    office.timer = setInterval(() => void office.round(), ROUND_MS).unref();
    return office;
  }

  /** Resolves after a round that began no earlier than now: everything that had happened by then is sent, dropped or put off. */
  round(): Promise<void> {
    this.waiting ??= this.running.then(() => {
      this.waiting = null;
      this.running = this.rounds.carryOut('mail', () => this.go());
      return this.running;
    });
    return this.waiting;
  }

  async close(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.waiting;
    await this.running;
    this.post.close();
  }

  private async go(): Promise<void> {
    if (this.stopped) return;
    await gatherNotices(this.desk.database);
    await writeReminders(this.desk.database);
    await settleInvitations(this.desk.database);
    await this.sendWhatIsDue();
    this.lettersWaiting = await this.letters.waiting();
  }

  private async sendWhatIsDue(): Promise<void> {
    for (;;) {
      const letters = await this.letters.take(AT_ONCE);
      if (letters.length === 0 || !(await this.sendAll(letters))) return;
    }
  }

  /** Sends one after another; `false` when the mail server is not there, for whom the others need not be tried now. */
  private async sendAll(letters: readonly Letter[]): Promise<boolean> {
    let isUp = true;
    for (const letter of letters) {
      if (isUp && !this.stopped) isUp = await this.send(letter);
      else await this.letters.putBack(letter);
    }
    return isUp && !this.stopped;
  }

  private async send(letter: Letter): Promise<boolean> {
    const message = await compose(this.desk, letter);
    if (!message) {
      await this.letters.drop(letter);
      return true;
    }
    const handover = await this.post.hand(letter.id, message);
    countMail(handover.outcome);
    this.isTaken = handover.outcome !== 'DOWN' && handover.outcome !== 'BROKEN';
    if (handover.outcome === 'TAKEN') {
      await this.letters.sent(letter);
      return true;
    }
    this.log.info({ letter: letter.id, kind: letter.kind, ...handover }, 'a letter could not be handed over');
    return this.notTaken(letter, handover);
  }

  private async notTaken(letter: Letter, { outcome, code }: Exclude<Handover, { outcome: 'TAKEN' }>): Promise<boolean> {
    if (outcome === 'DOWN') await this.letters.putBack(letter);
    else if (outcome === 'REFUSED' || (outcome === 'PUT_OFF' && letter.tries >= MOST_TRIES)) await this.letters.fail(letter, code);
    else await this.letters.later(letter, code);
    return this.isTaken;
  }
}
