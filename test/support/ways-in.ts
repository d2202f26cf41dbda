import { Agent } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import request, { type Response } from 'supertest';
import { generateSync } from 'otplib';
import { Person, type Json } from '../../src/commands/scenario/person.js';
import type { House } from './house.js';

/** A browser as the product sees one: it keeps cookies, and sends them back. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly house: House,
    private readonly address = '127.0.0.1',
    /** For whom a proxy at that address says that it asks. */
    private readonly forwardedFor: string | null = null,
  ) {}

  /** Asks, and answers with `data`, or the first error's `extensions`. */
  async ask(query: string, variables: object = {}): Promise<Json> {
    const answer = await request(this.house.address)
      .post('/graphql')
      .set('Cookie', this.header)
      .agent(new Agent({ localAddress: this.address }))
      .set('Accept-Language', 'en')
      .set('User-Agent', 'Story')
      .set(this.forwardedFor === null ? {} : { 'X-Forwarded-For': this.forwardedFor })
      .send({ query, variables });
    this.keep(answer);
    return answer.body.errors ? answer.body.errors[0].extensions : answer.body.data;
  }

  /** Follows an address of the product, and says where it leads. */
  async go(path: string): Promise<string | undefined> {
    const answer = await request(this.house.address).get(path).set('Cookie', this.header).redirects(0);
    this.keep(answer);
    return answer.get('Location');
  }

  async signIn(login: string, password: string): Promise<Json> {
    const answer = await this.ask(
      'mutation ($login: ShortText!, $password: String!) { signIn(login: $login, password: $password) { step token ticket staffId sessionId ways } }',
      { login, password },
    );
    return answer.signIn ?? answer;
  }

  private get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(answer: Response): void {
    for (const cookie of answer.get('Set-Cookie') ?? []) {
      const [name, value] = cookie.split(';')[0]!.split('=');
      if (value) this.cookies.set(name!, value);
      else this.cookies.delete(name!);
    }
  }
}

/** The code that an application shows, so many seconds from the database's now. */
export const codeOf = (secret: string, seconds = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + seconds });

/** A port that nobody listens on: for a product that has to know its own address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program that asks with a token. */
export const asToken = (house: House, token: string): Person => Person.withToken(house.address, token, 'en');
