import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config } from '../../config.js';
import { CONFIG } from '../../spine.js';

const SCOPE = 'openid profile email';
const TIMEOUT_SECONDS = 10;

/** What a browser keeps, sealed, between leaving for the provider and coming back. */
export interface Errand {
  readonly until: number;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where in the workspace the person was going. */
  readonly to: string;
}

/** Whom the provider says it signed in. */
export interface ProvidedPerson {
  readonly issuer: string;
  readonly subject: string;
  /** The claim that a first sign-in is matched by; `null` where it is missing, or nobody verified it. */
  readonly identifier: string | null;
  /** Whether the provider says that it asked for a second factor itself. */
  readonly usedSecondFactor: boolean;
}

/** The municipality's OpenID provider: authorization code with PKCE, state, nonce, and its issuer checked in the answer and in the token. */
@Injectable()
export class Provider {
  private found: Promise<oidc.Configuration> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isThere(): boolean {
    return this.config.oidcIssuer !== null;
  }

  /** Where the browser goes to be signed in. */
  async entrance({ verifier, state, nonce }: Errand): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.settings(), {
      redirect_uri: this.returnAddress,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /** Whom the browser came back as. Throws when anything of the answer is not what was asked for. */
  async personBehind(path: string, { verifier, state, nonce }: Errand): Promise<ProvidedPerson> {
    const settings = await this.settings();
    const answer = await oidc.authorizationCodeGrant(settings, new URL(path, this.config.publicUrl), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const token = answer.claims()!;
    // A provider may say the claims of a scope in one place or in the other.
    const claims =
      token[this.config.oidcIdentifier] === undefined ? await oidc.fetchUserInfo(settings, answer.access_token, token.sub) : token;
    const amr: unknown = token['amr'];
    return {
      issuer: token.iss,
      subject: token.sub,
      identifier: verified(claims, this.config.oidcIdentifier),
      usedSecondFactor: this.config.oidcSecondFactor === 'provider' && Array.isArray(amr) && amr.includes('mfa'),
    };
  }

  /** Where the browser goes to end what the provider keeps of it; `null` where the provider has no such place. */
  async exit(): Promise<URL | null> {
    const settings = await this.settings();
    if (!settings.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(settings, { post_logout_redirect_uri: `${this.config.publicUrl}/` });
  }

  private get returnAddress(): string {
    return `${this.config.publicUrl}/sign-in/provider/return`;
  }

  /** Found when it is first needed, so that the product starts without it; looked for again when it was not there. */
  private settings(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((fault: unknown) => {
      this.found = null;
      throw fault;
    });
    return this.found;
  }

  private discover(): Promise<oidc.Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.config;
    const issuer = new URL(oidcIssuer!);
    return oidc.discovery(issuer, oidcClientId, {}, oidcClientSecret === '' ? oidc.None() : oidc.ClientSecretBasic(oidcClientSecret), {
      timeout: TIMEOUT_SECONDS,
      // Only for a provider on this machine: the settings refuse any other without https.
      ...(issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
  }
}

export const newErrand = (to: string, until: number): Errand => ({
  until,
  verifier: oidc.randomPKCECodeVerifier(),
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  to,
});

/** An address that nobody verified may be anybody's: it ties no one. */
function verified(claims: Readonly<Record<string, unknown>>, name: string): string | null {
  const claim = claims[name];
  if (typeof claim !== 'string' && typeof claim !== 'number') return null;
  return name === 'email' && claims['email_verified'] !== true ? null : String(claim);
}
