import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** All of it that can be read: headers, text and calendar, decoded. */
  readonly readable: string;
  /** The invitation in it, read by a parser that is not ours; `null` in other mail. */
  readonly invitation: Invitation | null;
}

export interface Invitation {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly summary: string;
  readonly location: string | null;
  readonly status: string;
}

/** A mail server for one test file, that takes what comes or refuses it as told. */
export class Mailbox {
  readonly mails: Mail[] = [];
  /** Answers for an address with a code of the protocol in place of taking the mail. */
  readonly refusing = new Map<string, number>();

  /** Takes connections, and says nothing on them. */
  isHanging = false;
  /** Takes mails, and does not say so. */
  keepsWaiting = false;

  /** Told of every mail as it can be read. */
  hear: (readable: string) => void = () => undefined;

  private readonly came = new EventEmitter();

  private constructor(private readonly server: SMTPServer) {}

  /** What the post office sends for something that is done: `round` is its next round. */
  async sentFor(act: () => Promise<unknown>, round: () => Promise<unknown>): Promise<Mail[]> {
    await round();
    const before = this.mails.length;
    await act();
    await round();
    return this.mails.slice(before);
  }

  static async open(port = 0): Promise<Mailbox> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onConnect: (_, done) => (box.isHanging ? undefined : done()),
      onAuth: ({ username }, _, done) => done(null, { user: username }),
      onRcptTo: ({ address }, _, done) => {
        const code = box.refusing.get(address);
        done(code ? Object.assign(new Error('refused'), { responseCode: code }) : null);
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on(
          'end',
          () => void box.keep(Buffer.concat(chunks), envelope.rcptTo[0]!.address).then(() => (box.keepsWaiting ? undefined : done()), done),
        );
      },
    });
    const box = new Mailbox(server);
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    return box;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Resolves when so many mails have come. */
  async has(count: number): Promise<void> {
    while (this.mails.length < count) await once(this.came, 'mail');
  }

  to(address: string): Mail[] {
    return this.mails.filter((mail) => mail.to === address);
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(closed));
  }

  private async keep(raw: Buffer, to: string): Promise<void> {
    const mail: Email = await PostalMime.parse(raw);
    const calendar = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    const parts = mail.attachments.map(({ content }) => textOf(content));
    const readable = [mail.subject, mail.text, ...parts, raw.toString('utf8')].join('\n');
    this.hear(readable);
    this.mails.push({
      to,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      messageId: mail.messageId ?? '',
      readable,
      invitation: calendar ? invitationIn(textOf(calendar.content)) : null,
    });
    this.came.emit('mail');
  }
}

const textOf = (content: ArrayBuffer | Uint8Array | string) =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');

/** The events of a calendar, read by ical.js. */
export function eventsIn(calendar: string): Invitation[] {
  const root = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      method: String(root.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: Number(event.sequence ?? 0),
      startsAt: event.startDate.toJSDate(),
      summary: event.summary,
      location: event.location,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

const invitationIn = (calendar: string): Invitation => eventsIn(calendar)[0]!;
