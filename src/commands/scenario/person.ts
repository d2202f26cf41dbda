import { randomUUID } from 'node:crypto';
import { Live } from './live.js';

/** What the product answered instead: a code of the closed list, a sentence, and the fields at fault. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly fields: readonly { readonly path: string; readonly code: string }[],
  ) {
    super(message);
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly fields?: Refused['fields'] };
  }[];
}

/** Whatever a selection brings back; callers say what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** A signed-in person at their own desk: speaks GraphQL, and listens on a socket of their own. */
export class Person {
  private constructor(
    readonly address: string,
    readonly staffId: string,
    readonly token: string,
    private readonly language: 'ja' | 'en',
  ) {}

  /** Signs in with a local account. Throws `Refused` when the product does not let them in. */
  static async signIn(address: string, login: string, password: string, language: 'ja' | 'en' = 'ja'): Promise<Person> {
    const query = 'mutation ($login: ShortText!, $password: String!) { signIn(login: $login, password: $password) { token staffId } }';
    const { signIn } = (await post(address, null, language, query, { login, password })) as { signIn: { token: string; staffId: string } };
    return new Person(address, signIn.staffId, signIn.token, language);
  }

  /** Whoever a token of an API client stands for. */
  static withToken(address: string, token: string, language: 'ja' | 'en' = 'ja'): Person {
    return new Person(address, '', token, language);
  }

  /** Sends any operation. Throws `Refused` with the first error of the answer. */
  async ask<T = Json>(query: string, variables: object = {}): Promise<T> {
    return (await post(this.address, this.token, this.language, query, variables)) as T;
  }

  /** Carries out a verb and brings back the selection of its row. The same `commandId` again is the same command. */
  async do<T = Json>(verb: string, input: object | null = null, selection = 'id version', commandId: string = randomUUID()): Promise<T> {
    const name = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const query = input
      ? `mutation ($commandId: Uuid!, $input: ${name}!) { ${verb}(commandId: $commandId, input: $input) { ${selection} } }`
      : `mutation ($commandId: Uuid!) { ${verb}(commandId: $commandId) { ${selection} } }`;
    const data = await this.ask<Record<string, T>>(query, { commandId, ...(input ? { input } : {}) });
    return data[verb] as T;
  }

  /** Opens a socket of their own; resolves when it is connected. */
  listen(): Promise<Live> {
    return Live.connect(this.address, this.token);
  }
}

async function post(address: string, token: string | null, language: string, query: string, variables: object): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    'accept-language': language,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const answer = (await response.json()) as Answer;
  const error = answer.errors?.[0];
  if (error) throw new Refused(error.extensions.code, error.message, error.extensions.fields ?? []);
  return answer.data;
}
