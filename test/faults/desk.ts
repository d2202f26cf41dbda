import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.js';
import type { Sent } from './history.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** The product's answer: it was not done, and why. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(`${code}: ${sentence}`);
    this.code = code;
  }
}

/** Nobody answered, or the answer was that nothing can be said now. */
class Unanswered extends Error {}

/** What is common to all desks of a run. */
export interface Office {
  /** The nodes, as people reach them. Any of them will do. */
  readonly addresses: readonly string[];
  readonly chance: Chance;
  readonly sent: Sent[];
  /** Answers that called something our own bug. */
  readonly incidents: string[];
  /** Clients that go away after a first attempt that nobody answered, of a thousand. */
  readonly leaving: number;
}

const PATIENCE_MS = 8_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_500;
/** Whoever has had no answer for so long has found the product out of order. */
const LONGEST_MS = 150_000;
/** Answers after which nobody knows whether the command was carried out, or that nothing can be done now. */
const AGAIN = [502, 503, 504];

/** Somebody who works through HTTP and keeps to the retry rule of the README, and to nothing else. */
export class Desk {
  readonly login: string;
  readonly office: Office;
  staffId = '';
  token = '';

  constructor(office: Office, login: string) {
    this.office = office;
    this.login = login;
  }

  async signIn(password: string): Promise<this> {
    const query = 'mutation ($login: ShortText!, $password: String!) { signIn(login: $login, password: $password) { token staffId } }';
    const { signIn } = await this.ask(query, { login: this.login, password });
    Object.assign(this, signIn);
    return this;
  }

  /** Asks until it is answered. */
  async ask(query: string, variables: object = {}): Promise<Json> {
    return (await this.until(query, variables, () => false)).data;
  }

  /** Carries out a command under the retry rule, and notes what became of it. `null` when it was refused or left. */
  async does(verb: string, input: object, select = 'id version', mark: string | null = null): Promise<Json> {
    const sent: Sent = {
      commandId: randomUUID(),
      verb,
      mark,
      on: changedBy(input),
      outcome: 'LEFT',
      row: null,
      code: null,
      attempts: 0,
      ms: 0,
    };
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const query = `mutation ($commandId: Uuid!, $input: ${type}!) { ${verb}(commandId: $commandId, input: $input) { ${select} } }`;
    const began = performance.now();
    this.office.sent.push(sent);
    const isLeaving = this.office.chance.next() * 1_000 < this.office.leaving;
    try {
      const { data, attempts } = await this.until(query, { commandId: sent.commandId, input }, () => isLeaving);
      const row = data[verb] as { id: string; version?: number } | null;
      Object.assign(sent, { outcome: 'DONE', row: row && { id: row.id, version: row.version ?? null }, attempts });
      return row;
    } catch (fault) {
      if (fault instanceof Refused) Object.assign(sent, { outcome: 'REFUSED', code: fault.code });
      else if (!(fault instanceof Unanswered)) throw fault;
      return null;
    } finally {
      sent.ms = performance.now() - began;
    }
  }

  private async until(query: string, variables: object, mayLeave: () => boolean): Promise<{ data: Json; attempts: number }> {
    const { addresses, chance } = this.office;
    const deadline = performance.now() + LONGEST_MS;
    const first = Math.floor(chance.between(0, addresses.length));
    for (let attempts = 1; ; attempts++) {
      try {
        return { data: await this.once(addresses[(first + attempts) % addresses.length]!, query, variables), attempts };
      } catch (fault) {
        if (!(fault instanceof Unanswered) || mayLeave() || performance.now() > deadline) throw fault;
      }
      await pause(chance.between(0.5, 1) * Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS));
    }
  }

  private async once(address: string, query: string, variables: object): Promise<Json> {
    const headers = {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
    };
    const { status, text } = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
      .then(
        async (response) => ({ status: response.status, text: await response.text() }),
        (fault: unknown) => Promise.reject(new Unanswered(String(fault))),
      )
      .catch((fault: unknown) => Promise.reject(fault instanceof Unanswered ? fault : new Unanswered(String(fault))));
    if (AGAIN.includes(status)) throw new Unanswered(`HTTP ${status}`);
    const { data, errors } = JSON.parse(text) as { data?: Json; errors?: { message: string; extensions: { code: string } }[] };
    const error = errors?.[0];
    if (!error) return data;
    if (error.extensions.code !== 'INTERNAL') throw new Refused(error.extensions.code, error.message);
    this.office.incidents.push(error.message);
    throw new Unanswered(error.message);
  }
}

/** The row that an input changes, and the version of it that was read. */
function changedBy(input: object): Sent['on'] {
  const { taskId, seatId, sessionId, version } = input as Record<string, string | undefined> & { version?: number };
  const id = taskId ?? seatId ?? sessionId;
  return id && version !== undefined ? { id, version } : null;
}
