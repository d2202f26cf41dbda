import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { Person, Refused, type Json } from '../../src/commands/scenario/person.js';
import { readConfig } from '../../src/config.js';
import { createApp, type App } from '../../src/create-app.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { cloneDatabase } from './database.js';
import { Emitted } from './emitted.js';
import { loggedOf } from './written.js';
import { UNHURRIED } from './unhurried.js';
import { SHIELD_NO_FAMILY, tellSearched, toldWrongly } from './hidden-home.js';

/** How a house is opened. */
interface Opening {
  readonly overheard?: boolean;
  readonly hidden?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** The product, running for one test file on a database of its own that holds the people of 武蔵野市's network and no cases. */
export class House {
  private away = 0;

  private constructor(
    readonly app: App,
    readonly databaseUrl: string,
    readonly headsDir: string,
    /** What the product emits: searched, and kept when that was asked for. */
    readonly emitted: Emitted,
    private readonly dispose: () => Promise<void>,
  ) {}

  /**
   * Every family is shielded, and everything emitted searched for its address; `hidden: false` is for stories about shields of their own.
   * `overheard` keeps what was emitted as well. `settings` are those of the environment.
   */
  static async open({ overheard = false, hidden = true, settings = {} }: Opening = {}): Promise<House> {
    const database = await cloneDatabase();
    const headsDir = await mkdtemp(join(tmpdir(), 'tsunagi-heads-'));
    const emitted = new Emitted(overheard);
    const config = readConfig({
      PORT: '0',
      SESSION_IDLE_MINUTES: '1440',
      DATA_DIR: headsDir,
      HEADS_DIR: headsDir,
      ...UNHURRIED,
      ...settings,
      LOG_LEVEL: 'trace',
    });
    const app = await createApp(config, database.url, undefined, aloud(emitted.log));
    emitted.overhear(app.nest.getHttpServer());
    const house = new House(app, database.url, headsDir, emitted, async () => {
      await app.close();
      const wrong = await toldWrongly(database.url, emitted.telling);
      const { looked, logged } = await loggedOf(database.url, emitted.lines);
      await database.drop();
      await rm(headsDir, { recursive: true, force: true });
      await tellSearched({ ...emitted.searched, 'what people wrote, in the log': looked });
      if (logged.length > 0) throw new Error(`What people wrote was logged: ${logged.join('\n')}`);
      if (wrong.length > 0)
        throw new Error(`A shielded address was told: ${wrong.map(({ channel, text }) => `${channel} ${text.slice(0, 500)}`).join('\n')}`);
    });
    if (!hidden) await house.behind(SHIELD_NO_FAMILY);
    return house;
  }

  get address(): string {
    return this.app.address;
  }

  /** One of the people of the demonstration, signed in on a session of their own. Refusals come in English. */
  person(login: string): Promise<Person> {
    return Person.signIn(this.address, login, DEMO_PASSWORD, 'en');
  }

  /** The database as its owner sees it, past every rule: for looking behind the product, and for tampering. */
  async behind<Row extends pg.QueryResultRow = Json>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Moves the database's clock, the only one there is, so many days (or parts of one) from the real one. */
  async travel(days: number): Promise<void> {
    this.away = days;
    await this.behind(
      `create or replace function tsunagi_now() returns timestamptz language sql volatile as
         $$ select date_trunc('milliseconds', clock_timestamp() + interval '${Math.round(days * 86_400)} seconds') $$`,
    );
  }

  /** Moves the clock so many minutes further. */
  wait(minutes: number): Promise<void> {
    return this.travel(this.away + minutes / 1_440);
  }

  close(): Promise<void> {
    return this.dispose();
  }
}

/** The log as it is searched, and from a level on for whoever runs the tests to read. */
function aloud({ write }: Emitted['log']): Emitted['log'] {
  const { TEST_LOG_LEVEL: level } = process.env;
  if (!level) return { write };
  const least = pino.levels.values[level] ?? 0;
  return {
    write: (line) => {
      write(line);
      if ((JSON.parse(line) as { level: number }).level >= least) process.stderr.write(line);
    },
  };
}

/** The refusal that something ends in. Fails when it is not refused. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refused> {
  try {
    await attempt;
  } catch (refusal) {
    if (refusal instanceof Refused) return refusal;
    throw refusal;
  }
  throw new Error('This was expected to be refused.');
}

export { inDays } from './in-days.js';
