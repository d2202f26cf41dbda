import { DEMO_AGENCIES, DEMO_PASSWORD, DEMO_PEOPLE, type DemoAgencyKey, type DemoLogin } from '../../demo/people.js';
import type { Sentence } from '../../refusal.js';
import type { Head } from '../../trail/heads.js';
import type { Finding } from '../../trail/verify.js';
import { Person, Refused, type Json } from './person.js';
import { Player } from './player.js';
import type { Stage } from './stage.js';
import { Transcript } from './transcript.js';

const LOGINS = ['sato', 'suzuki', 'takahashi', 'ito', 'watanabe', 'matsumoto', 'kato', 'nakamura'] as const satisfies readonly DemoLogin[];
type Login = (typeof LOGINS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One scene of the story: short, and asserting at each step what the product answered. */
export interface Scene {
  readonly title: Sentence;
  play(story: Story): Promise<void>;
}

/** Where a story is played. */
export interface Playhouse {
  /** The running product, as `http://host:port`. */
  readonly address: string;
  /** Walks the whole trail in the database behind it; `kept` are heads that people hold outside. */
  readonly examine: (kept: readonly Head[]) => Promise<Finding>;
  /** Receives the transcript, line by line. */
  readonly write: (line: string) => void;
}

/** The people of the demonstration are not in this database. */
export class NobodyThere extends Error {}

/** A story under way: its cast, each with a session and a socket, and what one scene leaves to the next. */
export class Story {
  /** The session of the conference that is under way, or the last one. */
  sessionId = '';
  /** Heads of the trail as the minutes carry them: what attendees hold in their hands. */
  readonly heads: Head[] = [];

  private constructor(
    private readonly stage: Stage,
    readonly examine: Playhouse['examine'],
    readonly cast: Readonly<Record<Login, Player>>,
    readonly agencies: Readonly<Record<DemoAgencyKey, string>>,
    private readonly began: Date,
  ) {}

  /** Signs everyone in. Throws `NobodyThere` in a database without the demonstration. */
  static async begin({ address, examine, write }: Playhouse): Promise<Story> {
    const stage: Stage = { transcript: new Transcript(write), caseId: null, cursor: 0 };
    const players = await Promise.all(LOGINS.map((login) => enter(address, login, stage)));
    const cast = Object.fromEntries(LOGINS.map((login, at) => [login, players[at]])) as Story['cast'];
    const { agencies, mySessions } = await cast.sato.person.ask('{ agencies { id name } mySessions { startedAt } }');
    const idOf = (name: string) => agencies.find((agency: Json) => agency.name === name).id;
    const ids = Object.fromEntries(DEMO_AGENCIES.map(({ key, name }) => [key, idOf(name)])) as Story['agencies'];
    return new Story(stage, examine, cast, ids, new Date(mySessions[0].startedAt));
  }

  /** Plays the scenes. After each, everyone's socket must have pointed out exactly what the trail shows them. */
  async play(scenes: readonly Scene[]): Promise<void> {
    for (const [at, scene] of scenes.entries()) {
      this.transcript.scene(at + 1, scene.title);
      await scene.play(this);
      if (this.stage.caseId !== null) await this.compareChannels();
    }
  }

  get transcript(): Transcript {
    return this.stage.transcript;
  }

  get caseId(): string {
    if (this.stage.caseId === null) throw new Error('No case has been opened yet.');
    return this.stage.caseId;
  }

  /** From now on the story is about this case. */
  isAbout(caseId: string): void {
    this.stage.caseId = caseId;
  }

  /** A calendar day in Japan, so many days from the product's today. */
  inDays(days: number): string {
    return new Date(this.began.getTime() + days * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
  }

  /** Times for a session that begins as soon as everyone is there. */
  atOnce(): { startsAt: string; endsAt: string } {
    const inHours = (hours: number) => new Date(this.began.getTime() + hours * HOUR_MS).toISOString();
    return { startsAt: inHours(1), endsAt: inHours(3) };
  }

  end(): void {
    for (const player of Object.values(this.cast)) player.live.close();
  }

  private async compareChannels(): Promise<void> {
    const counted = [];
    for (const player of Object.values(this.cast)) counted.push(`${player.name} ${await player.agrees()}`);
    this.transcript.tells({
      ja: `（通知と記録の一致：${counted.join('、')}）`,
      en: '(each socket pointed out exactly what the trail shows its owner)',
    });
  }
}

/** Signs in, and listens for whatever is addressed to them. */
async function enter(address: string, login: Login, stage: Stage): Promise<Player> {
  const person = await Person.signIn(address, login, DEMO_PASSWORD).catch((fault: unknown) => {
    if (fault instanceof Refused && fault.code === 'UNAUTHENTICATED') throw new NobodyThere();
    throw fault;
  });
  const live = await person.listen();
  await live.watch({ inbox: true });
  return new Player(DEMO_PEOPLE.find((one) => one.login === login)!.name, person, live, stage);
}
