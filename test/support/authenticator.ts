import type { CDPSession, Page } from 'playwright-core';

/** A device that holds passkeys and always agrees: Chromium's virtual authenticator, plugged into one window. */
export class Authenticator {
  private constructor(
    private readonly line: CDPSession,
    private readonly id: string,
  ) {}

  static async of(page: Page): Promise<Authenticator> {
    const line = await page.context().newCDPSession(page);
    await line.send('WebAuthn.enable');
    const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Authenticator(line, authenticatorId);
  }

  /** The passkeys on it, keys and all. */
  async passkeys() {
    return (await this.line.send('WebAuthn.getCredentials', { authenticatorId: this.id })).credentials;
  }

  /** Sets back how often each passkey says it was used: what a copy that somebody took earlier would say. */
  async becomeOldCopy(): Promise<void> {
    const { line, id: authenticatorId } = this;
    for (const credential of await this.passkeys()) {
      await line.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential.credentialId });
      await line.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
    }
  }

  /** Whether whoever holds the device shows a finger or a face when it asks. */
  async answersFor(isHolder: boolean): Promise<void> {
    await this.line.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified: isHolder });
  }
}

/** Has a page make a passkey, as the workspace would. The answer is JSON. */
export const makePasskey = (page: Page, options: string): Promise<string> =>
  inBrowser(page, 'create', 'parseCreationOptionsFromJSON', options);

/** Has a page show a passkey, whichever site that page is of. The answer is JSON. */
export const showPasskey = (page: Page, options: string): Promise<string> => inBrowser(page, 'get', 'parseRequestOptionsFromJSON', options);

const inBrowser = (page: Page, verb: string, parse: string, options: string): Promise<string> =>
  page.evaluate(`navigator.credentials.${verb}({ publicKey: PublicKeyCredential.${parse}(${options}) }).then(JSON.stringify)`);

/** Of which site an answer says that it was given to it. */
export function siteOf(answer: string): string {
  const { response } = JSON.parse(answer) as { response: { clientDataJSON: string } };
  return (JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')) as { origin: string }).origin;
}
