import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { AccessLog } from './database/access-log.js';
import { Act } from './database/act.js';
import { Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { openGate } from './gate/gate.js';
import { Rates } from './gate/rates.js';
import { declaredEntities } from './graphql/columns.js';
import { LARGEST_BODY } from './graphql/limits.js';
import { Gateway } from './live/gateway.js';
import { PostOffice } from './modules/mail/post-office.js';
import { Keyring } from './keyring.js';
import { openLog, type LogDestination } from './log.js';
import { servePages } from './pages.js';
import type { Spine } from './spine.js';
import { HeadBook } from './trail/heads.js';
import { ENTRIES_AFTER, Tail, type SealedEntry } from './trail/tail.js';

/** The running product. */
export interface App {
  /** Where it listens, as `http://host:port`. */
  readonly address: string;
  readonly spine: Spine;
  readonly nest: NestFastifyApplication;
  /** Where mail goes out; `null` without a mail server. */
  readonly post: PostOffice | null;
  close(): Promise<void>;
}

const HANG_UP_MS = 20;
/** Bytes of all headers of one request. */
const LARGEST_HEAD = 16_384;

const LIVE = { kind: 'system', name: 'system:live' } as const;

/** The spine on a migrated database, without anything that listens or follows. */
export async function openSpine(config: Config, url: string, destination?: LogDestination): Promise<Spine> {
  const log = openLog(config.logLevel, destination);
  const keyring = Keyring.in(config.keysFile, { mayMake: config.makesKeys });
  const database = await Database.open(url, declaredEntities());
  const read = (after: number, limit: number) => database.read<SealedEntry>(LIVE, ENTRIES_AFTER, [after, limit]);
  const [head] = await database.read<{ seq: number }>(LIVE, 'select seq::float8 as seq from trail order by seq desc limit 1', []);
  // From the entry before the last, so that the head is published at every start.
  const tail = new Tail(url, read, (fault) => log.error({ fault }, 'the tail of the trail stumbled'), Math.max(0, (head?.seq ?? 0) - 1));
  const accessLog = new AccessLog(database, (lines, fault) => log.error({ lines, fault }, 'lines of the access log were lost'));
  return { config, database, act: new Act(database), accessLog, tail, keyring, rates: new Rates(config), log };
}

/** How much and how long the server waits for one request: whoever sends a drop at a time is cut off, and so is whoever does not read. */
const patience = ({ requestSeconds }: Config) => ({
  bodyLimit: LARGEST_BODY,
  requestTimeout: requestSeconds * 1_000,
  connectionTimeout: 2 * requestSeconds * 1_000,
  http: {
    headersTimeout: Math.min(requestSeconds, 10) * 1_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: LARGEST_HEAD,
  },
});

/** Everything of the product but the port: migrated, connected, assembled. */
export async function assemble(
  config: Config,
  url: string,
  destination?: LogDestination,
): Promise<{ nest: NestFastifyApplication; spine: Spine }> {
  await migrate(url);
  const spine = await openSpine(config, url, destination);
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.on(spine), new FastifyAdapter(patience(config)), {
    logger: false,
    // Forms have no use here; other sites could send them.
    bodyParser: false,
  });
  await openGate(nest, config, spine.rates);
  await nest.register(cookie);
  await servePages(nest);
  return { nest, spine };
}

/**
 * Starts the product on a database; `prepare` runs before anyone can ask anything. Throws when the port is taken or the
 * database cannot be reached.
 */
export async function createApp(
  config: Config,
  url: string,
  prepare?: (spine: Spine) => Promise<void>,
  destination?: LogDestination,
): Promise<App> {
  const { nest, spine } = await assemble(config, url, destination);
  const book = new HeadBook(config.headsDir);
  // A full disk must not hold up what people are waiting for; the next batch publishes a head that covers this one.
  const unpublished = (fault: unknown) => spine.log.error({ fault }, 'the head of the trail could not be published');
  spine.tail.follow((entries) => book.publish(entries.at(-1)!).catch(unpublished));
  try {
    await prepare?.(spine);
    await nest.listen(config.port, config.host);
  } catch (fault) {
    await nest.close();
    await spine.database.close();
    throw fault;
  }
  const gateway = new Gateway(nest.getHttpServer(), spine, (fault) => spine.log.error({ fault }, 'live'));
  const post = await PostOffice.open(spine);
  await spine.tail.start();
  const close = async () => {
    // Whoever is being answered gets the answer; then their connection, kept alive for a next request, would hold us up.
    const hangingUp = setInterval(() => nest.getHttpServer().closeIdleConnections(), HANG_UP_MS);
    await gateway.close();
    await nest.close();
    clearInterval(hangingUp);
    await spine.tail.stop();
    await post?.close();
    await spine.accessLog.flush();
    await spine.database.close();
  };
  return { address: (await nest.getUrl()).replace('[::1]', '127.0.0.1'), spine, nest, post, close };
}
