import { Agent, request } from 'node:http';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { Live } from '../../src/commands/scenario/live.js';
import { Person, Refused } from '../../src/commands/scenario/person.js';
import { readOperations } from '../../src/gate/operations.js';
import { Chance } from '../policy/oracle/chance.js';
import { hostile } from './hostile.js';
import { nextShot, targetOf, type Shot, type Target } from './shots.js';

/** Something that the product must not do, whatever it is sent. */
export interface Fault {
  readonly number: number;
  readonly why: string;
  readonly shot: Shot;
  readonly answer: string;
}

export interface Range {
  readonly address: string;
  readonly password: string;
  readonly logins: readonly string[];
  /** Ids of what is there, so that not everything is turned away as unknown. */
  readonly ids: readonly string[];
  readonly seed: number;
  readonly requests: number;
  readonly atOnce: number;
  /** Told after each request. */
  readonly after?: (done: number) => Promise<void> | void;
}

const PATIENCE_MS = 30_000;
const MOST_KEPT = 4_000;
/** What no answer may hold: our own faults, and where in our files they are. */
const TELLTALE = /"INTERNAL"|\bat [^"]{0,200}\.[jt]s:\d+|node_modules|stacktrace|pg_catalog|syntax error at or near/;

/** Sends so many requests of chance, each as one of these people or as nobody, and returns what went wrong. */
export async function fuzz(range: Range): Promise<readonly Fault[]> {
  const { address, requests, atOnce } = range;
  const crowd = new Crowd(range);
  await crowd.enter();
  const schema = buildClientSchema(await crowd.first.ask(getIntrospectionQuery()));
  const target = targetOf(schema, range.ids, [...(await readOperations()).keys()]);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const faults: Fault[] = [];
  let number = 0;
  const one = async () => {
    while (number < requests) {
      const mine = number++;
      const found = await shoot(new Chance(range.seed + mine), { address, agent, target, crowd });
      if (found) faults.push({ number: mine, ...found });
      await range.after?.(mine + 1);
    }
  };
  await Promise.all([...Array.from({ length: atOnce }, one), ...crowd.sockets(range.seed, () => number >= requests)]);
  agent.destroy();
  faults.push(...crowd.faults);
  return faults;
}

interface Line {
  readonly address: string;
  readonly agent: Agent;
  readonly target: Target;
  readonly crowd: Crowd;
}

async function shoot(chance: Chance, { address, agent, target, crowd }: Line): Promise<Omit<Fault, 'number'> | null> {
  const shot = nextShot(chance, target);
  const person = chance.often(0.95) ? chance.one(crowd.people) : null;
  const { 'x-as': as, ...headers } = shot.headers;
  const shown: Record<string, string> = !person
    ? {}
    : as === 'browser'
      ? { cookie: `tsunagi_session=${person.token}` }
      : { authorization: `Bearer ${person.token}` };
  try {
    const { status, text } = await send(address, agent, { ...shot, headers: { ...shown, ...headers } });
    if (person && text.includes('"UNAUTHENTICATED"')) await crowd.comeBack(person);
    if (status >= 500 && !saysNotReady(status, shot)) return { why: `status ${status}`, shot, answer: text.slice(0, MOST_KEPT) };
    if (TELLTALE.test(text)) return { why: 'it tells of its inside', shot, answer: text.slice(0, MOST_KEPT) };
    return null;
  } catch (fault) {
    return { why: (fault as Error).message, shot, answer: '' };
  }
}

/** On a busy machine it may say that nobody should be sent here just now: an answer, and no fault. */
const saysNotReady = (status: number, { path }: Shot) => status === 503 && path.startsWith('/health/ready');

/** Sends one request. Rejects when there is no answer in time, or the connection breaks. */
function send(address: string, agent: Agent, { method, path, headers, body }: Shot): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body, 'utf8');
    const length = bytes.length > 0 || method === 'POST' ? { 'content-length': String(bytes.length) } : {};
    const asking = request(address, { method, path, agent, headers: { ...length, ...headers }, timeout: PATIENCE_MS }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      answer.on('error', reject);
    });
    asking.on('timeout', () => asking.destroy(new Error(`no answer in ${PATIENCE_MS / 1_000} s`)));
    asking.on('error', reject);
    asking.end(bytes);
  });
}

/** The people in whose name it goes on: whoever is signed out by what they sent signs in again. */
class Crowd {
  readonly people: Person[] = [];
  readonly faults: Fault[] = [];
  private readonly logins = new Map<Person, string>();

  private readonly range: Range;

  constructor(range: Range) {
    this.range = range;
  }

  get first(): Person {
    return this.people[0]!;
  }

  async enter(): Promise<void> {
    for (const login of this.range.logins) await this.signIn(login);
    if (this.people.length === 0) throw new Error('Nobody could sign in.');
  }

  async comeBack(person: Person): Promise<void> {
    const login = this.logins.get(person);
    if (login === undefined) return;
    this.logins.delete(person);
    await this.signIn(login, this.people.indexOf(person));
  }

  private async signIn(login: string, at = this.people.length): Promise<void> {
    try {
      const person = await Person.signIn(this.range.address, login, this.range.password);
      this.people[at] = person;
      this.logins.set(person, login);
    } catch (refusal) {
      // Somebody may have ended their last posting; the others go on.
      if (!(refusal instanceof Refused)) throw refusal;
    }
  }

  /** Two people who send nonsense over their sockets until `isOver`. */
  sockets(seed: number, isOver: () => boolean): Promise<void>[] {
    return [1, 2].map((which) => this.babble(new Chance(seed - which), isOver));
  }

  private async babble(chance: Chance, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const live = await chance
        .one(this.people)
        .listen()
        .catch(() => null);
      for (let at = 0; live?.isConnected && at < 50 && !isOver(); at++) await this.say(live, chance, at);
      live?.close();
    }
  }

  private async say(live: Live, chance: Chance, at: number): Promise<void> {
    const event = chance.one(['watch', 'unwatch'] as const);
    const request = chance.often(0.5) ? hostile(chance) : { caseId: chance.one([...this.range.ids, 'x']), after: hostile(chance) };
    const answer = await live.send(event, request as object).catch((fault: Error) => ({ ok: false as const, code: fault.message }));
    if (!live.isConnected || answer.ok || /^[A-Z_]+$/.test(answer.code)) return;
    const shot = { what: event, method: 'socket', path: '/live', headers: {}, body: JSON.stringify(request).slice(0, MOST_KEPT) };
    this.faults.push({ number: at, why: answer.code, shot, answer: '' });
  }
}
