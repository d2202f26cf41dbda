import pg from 'pg';

const RETRY_MS = 500;
const PATIENCE_MS = 8_000;

/** Hears what the database rings (`NOTIFY`), on a connection that is opened again by itself when it is lost. */
export class Doorbell {
  private readonly ears = new Map<string, (said: string | null) => void>();
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /** What is to happen when a channel rings: with what was said, or with `null` when a ring may have been missed. To be given before `start`. */
  on(channel: 'trail' | 'presence', heard: (said: string | null) => void): void {
    this.ears.set(channel, heard);
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'tsunagi-tail',
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload = '' }) => this.ears.get(channel)?.(payload));
    client.on('error', (fault) => this.onFault(fault));
    try {
      await client.connect();
      for (const channel of this.ears.keys()) await client.query(`listen ${channel}`);
    } catch (fault) {
      await client.end().catch(() => undefined);
      throw fault;
    }
    this.client = client;
    // Only one that has rung before is replaced: an attempt that failed is tried again by whoever made it.
    client.on('end', () => this.startAgain());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private startAgain(): void {
    if (this.stopped) return;
    setTimeout(() => {
      if (this.stopped) return;
      this.start().then(
        () => this.ears.forEach((heard) => heard(null)),
        () => this.startAgain(),
      );
    }, RETRY_MS);
  }
}
