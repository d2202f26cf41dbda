import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './ways-in.js';

export const CLIENT_ID = 'tsunagi';
export const CLIENT_SECRET = 'a secret between the two of them';

/** What the provider knows of somebody, by what it calls them. */
type Claims = Readonly<Record<string, string | boolean>>;

/** A municipality's OpenID provider, a real one: it signs in whoever is said to sit at the desk. */
export class IdentityProvider {
  /** Who signs in next. */
  atTheDesk = '';
  /** What it says it asked of them, in the words of `amr`; nothing where it does not say. */
  asked: readonly string[] | null = null;

  private constructor(
    readonly issuer: string,
    readonly people: Map<string, Claims>,
    readonly close: () => Promise<void>,
  ) {}

  static async open(productUrl: string): Promise<IdentityProvider> {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const people = new Map<string, Claims>();
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          redirect_uris: [`${productUrl}/sign-in/provider/return`],
          post_logout_redirect_uris: [`${productUrl}/`],
        },
      ],
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name', 'employee_number'] },
      cookies: { keys: ['for the stories'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      pkce: { required: () => true },
    });
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/interaction/')) void self.interact(provider, request, response);
      else provider.callback()(request, response);
    });
    const close = () => new Promise<void>((resolve) => void (server.close(() => resolve()), server.closeAllConnections()));
    const self = new IdentityProvider(issuer, people, close);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return self;
  }

  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, {
        login: { accountId: this.atTheDesk, ...(this.asked ? { amr: this.asked } : {}) },
      });
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: params.client_id });
    grant.addOIDCScope('openid profile email');
    const result = { consent: { grantId: await grant.save() } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  }
}

/** A browser that walks from one server to another, and keeps the cookies of each. */
export class Walker {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Follows redirections until `arrived` says of an address that it is not to be opened any more, or a page is there. */
  async walk(address: string, arrived: (address: URL) => boolean): Promise<URL> {
    const url = new URL(address);
    if (arrived(url)) return url;
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: this.cookies(url), accept: 'text/html' } });
    for (const cookie of response.headers.getSetCookie()) this.keep(url, cookie);
    await response.arrayBuffer();
    const next = response.headers.get('location');
    return next === null ? url : this.walk(new URL(next, url).href, arrived);
  }

  cookies(url: URL): string {
    return [...(this.jars.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(url: URL, cookie: string): void {
    const [name, value] = cookie.split(';')[0]!.split(/=(.*)/s) as [string, string];
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}
