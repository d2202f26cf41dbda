import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './postgres.js';
import { Wire } from './wire.js';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const BURDENS = new URL('burdens.mjs', import.meta.url).href;
const AGAIN_MS = 300;
const LONGEST_START_MS = 300_000;

/** How a node is run, and what is wrong with it. */
export interface Wishes {
  readonly headsDir: string;
  /** The address of the database through a wire to this port. */
  readonly databaseUrl: (port: number) => string;
  readonly databasePort: number;
  readonly broken: string | null;
  readonly settings?: Readonly<Record<string, string>>;
}

/** One process of the product, with a wire to its database and one to those who ask it. It is started again whenever it ends, as by a supervisor. */
export class Node {
  /** By how much its clock is wrong. */
  skewMs = 0;
  /** What it said last each time that it ended although nobody had killed it, after it had been ready. */
  readonly fell: string[] = [];
  /** What it said last. */
  readonly said: string[] = [];
  /** What it logged of answers that called something a bug of its own. */
  readonly incidents: string[] = [];
  readonly name: string;
  readonly clients: Wire;
  readonly database: Wire;
  private readonly wishes: Wishes;
  private readonly port: number;
  private child: ChildProcess | null = null;
  private isWanted = true;
  private starting: Promise<void> | null = null;

  private constructor(name: string, port: number, clients: Wire, database: Wire, wishes: Wishes) {
    this.name = name;
    this.port = port;
    this.clients = clients;
    this.database = database;
    this.wishes = wishes;
  }

  static async prepare(name: string, wishes: Wishes): Promise<Node> {
    const port = await freePort();
    return new Node(name, port, await Wire.to(port), await Wire.to(wishes.databasePort), wishes);
  }

  /** Where people reach it. */
  get address(): string {
    return `http://127.0.0.1:${this.clients.port}`;
  }

  /** The address behind the wire: for a reverse proxy. */
  get ownPort(): number {
    return this.port;
  }

  /** Starts it; resolves when it is ready, however often it has to be started for that. */
  start(): Promise<void> {
    this.isWanted = true;
    this.starting ??= this.untilReady().finally(() => (this.starting = null));
    return this.starting;
  }

  private async untilReady(): Promise<void> {
    const deadline = performance.now() + LONGEST_START_MS;
    while (this.isWanted && performance.now() < deadline) {
      if (await this.launch()) return;
      await pause(AGAIN_MS);
    }
    if (this.isWanted) throw new Error(`${this.name} does not start: ${this.said.slice(-5).join('')}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Ends it, and waits until it is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    this.isWanted = false;
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    if (signal === 'SIGKILL') child.kill('SIGCONT');
    await gone;
  }

  async close(): Promise<void> {
    await this.end('SIGKILL');
    this.clients.close();
    this.database.close();
  }

  /** One attempt: `true` when it has become ready. */
  private async launch(): Promise<boolean> {
    const { headsDir, databaseUrl, broken, settings } = this.wishes;
    const burdens = `${BURDENS}?skew=${this.skewMs}${broken ? `&break=${broken}` : ''}`;
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', burdens, MAIN], {
      cwd: '/',
      env: {
        PATH: '/usr/bin:/bin',
        DATABASE_URL: databaseUrl(this.database.port),
        HEADS_DIR: headsDir,
        PORT: String(this.port),
        LOG_LEVEL: 'warn',
        ...settings,
      },
    });
    this.child = child;
    const { promise: ready, resolve } = Promise.withResolvers<boolean>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.keep(chunk.toString());
        if (chunk.includes('ready at')) resolve(true);
      });
    }
    child.once('exit', () => resolve(false));
    const isReady = await ready;
    if (isReady) child.once('exit', () => this.stumbled(child));
    return isReady;
  }

  /** It ended by itself: that counts against it, and it is started again. */
  private stumbled(child: ChildProcess): void {
    if (this.child !== child) return;
    this.fell.push(this.said.slice(-3).join('').slice(-1_500));
    void this.start().catch(() => undefined);
  }

  private keep(text: string): void {
    this.said.push(text);
    this.incidents.push(...text.split('\n').filter((line) => line.includes('"incident"')));
    if (this.said.length > 400) this.said.shift();
  }
}
