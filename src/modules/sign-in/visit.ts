import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieNamed } from '../../graphql/actor.js';
import type { Attempt } from './lanes.js';
import type { Reception } from './reception.js';
import { hand, takeBack } from './sealed-notes.js';

const DAY = 86_400;
/** How long a browser is remembered as one that somebody signs in with. */
const DEVICE_DAYS = 180;
const LONGEST_NAME = 200;

interface DeviceNote {
  readonly until: number;
  readonly id: string;
  readonly staffId: string;
}

/** A request of somebody who may not be signed in yet, and what its browser brings and keeps. */
export class Visit {
  private constructor(
    readonly at: Reception,
    readonly now: Date,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  static async of(at: Reception, reply: FastifyReply): Promise<Visit> {
    return new Visit(at, await at.now(), reply.request, reply);
  }

  /** What the browser or program calls itself. */
  get device(): string {
    return (this.request.headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_NAME);
  }

  /** Whether the request comes with a cookie rather than a bearer token: then its session can be given a new one. */
  get isBrowser(): boolean {
    return this.request.headers.authorization === undefined;
  }

  /** The lane of whoever tries for the secret of a person, in a browser of theirs if it is one. */
  attempt(whose: string | null, staffId: string | null): Attempt {
    return { whose, address: this.at.addressOf(this.request.raw), device: staffId === null ? null : this.deviceOf(staffId) };
  }

  /** The browser's number, where this very person signed in with it. */
  deviceOf(staffId: string): string | null {
    const note = takeBack<DeviceNote>(this.at.keyring, 'device', this.read('device'), this.now);
    return note?.staffId === staffId ? note.id : null;
  }

  knowDevice(staffId: string): void {
    const until = this.now.getTime() + DEVICE_DAYS * DAY * 1_000;
    const note: DeviceNote = { until, id: this.deviceOf(staffId) ?? randomUUID(), staffId };
    this.keep('device', hand(this.at.keyring, 'device', note), DEVICE_DAYS * DAY);
  }

  read(name: string): string | null {
    return this.request.cookies[cookieNamed(name, this.at.config)] ?? null;
  }

  /** Gives the browser a cookie that scripts cannot read and other sites do not send; 0 seconds take it back. */
  keep(name: string, value: string, seconds: number, sameSite: 'strict' | 'lax' = 'strict'): void {
    const { secureCookie } = this.at.config;
    this.reply.setCookie(cookieNamed(name, this.at.config), value, {
      httpOnly: true,
      sameSite,
      path: '/',
      secure: secureCookie,
      maxAge: seconds,
    });
  }
}
