import { createTransport, type Transporter } from 'nodemailer';
import type { Message } from './compose.js';

/**
 * What became of handing a mail over. `DOWN`: the server was not there, so it certainly was not taken. `BROKEN`: the line broke, and nobody
 * knows. `code` is of the protocol and names nobody.
 */
export type Handover =
  { readonly outcome: 'TAKEN' } | { readonly outcome: 'DOWN' | 'BROKEN' | 'PUT_OFF' | 'REFUSED'; readonly code: string };

const PATIENCE_MS = 20_000;

/** The way to the mail server. */
export class Post {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Hands a mail over. The same `id` is the same mail: whoever gets it twice can tell. */
  async hand(id: string, { to, subject, text, invitation }: Message): Promise<Handover> {
    const [, host] = this.from.split('@');
    try {
      await this.transport.sendMail({
        from: { name: 'つなぎ', address: this.from },
        to,
        subject,
        text,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(invitation ? { icalEvent: { method: invitation.method, content: invitation.content, filename: false } } : {}),
      });
      return { outcome: 'TAKEN' };
    } catch (fault) {
      const { responseCode, code, command } = fault as { responseCode?: number; code?: string; command?: string };
      return { outcome: outcomeOf(responseCode, command), code: String(responseCode ?? code ?? 'UNKNOWN') };
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Where it went wrong tells whether the server can have it; its answer, whether to ask again (RFC 5321, 4.2.1). */
function outcomeOf(responseCode: number | undefined, command: string | undefined): 'DOWN' | 'BROKEN' | 'PUT_OFF' | 'REFUSED' {
  if (command === 'CONN' || command?.startsWith('AUTH')) return 'DOWN';
  if (responseCode === undefined) return 'BROKEN';
  return responseCode < 500 ? 'PUT_OFF' : 'REFUSED';
}
