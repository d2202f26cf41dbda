import { setTimeout as pause } from 'node:timers/promises';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { AccessLog } from './database/access-log.js';
import { Act } from './database/act.js';
import { Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { Replica } from './database/replica.js';
import { openGate } from './gate/gate.js';
import { patience } from './gate/patience.js';
import { Rates } from './gate/rates.js';
import { declaredEntities } from './graphql/columns.js';
import { openStore } from './files/store.js';
import { Gateway } from './live/gateway.js';
import { takeBytes } from './modules/attachments/take-bytes.js';
import { sweepFiles } from './modules/attachments/sweep.js';
import { PostOffice } from './modules/mail/post-office.js';
import { Keyring } from './keyring.js';
import { openLog, type LogDestination } from './log.js';
import { databasePart, diskPart, headsPart, mailPart, migrationsPart, replicaPart, roundsPart, tailPart } from './operations/parts.js';
import { gauge } from './operations/metrics.js';
import { serveMetrics } from './operations/metrics-server.js';
import { observe } from './operations/observe.js';
import { Readiness } from './operations/readiness.js';
import { Rounds } from './operations/rounds.js';
import type { Traces } from './operations/tracing.js';
import { servePages } from './pages.js';
import type { Spine } from './spine.js';
import { Doorbell } from './trail/doorbell.js';
import { HeadBook } from './trail/heads.js';
import { ENTRIES_AFTER, Tail, type SealedEntry } from './trail/tail.js';

/** The running product. */
export interface App {
  /** Where it listens, as `http://host:port`. */
  readonly address: string;
  /** Where it answers with metrics; `null` when it does not. */
  readonly metricsAddress: string | null;
  readonly spine: Spine;
  readonly nest: NestFastifyApplication;
  /** Where mail goes out; `null` without a mail server. */
  readonly post: PostOffice | null;
  /**
   * Readiness says no from now on, sockets are sent elsewhere, and everything else goes on as before; resolves when whoever sends people
   * here has had `DRAIN_SECONDS` to notice, or `hurry` is given.
   */
  leave(hurry?: AbortSignal): Promise<void>;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

const HANG_UP_MS = 20;

const LIVE = { kind: 'system', name: 'system:live' } as const;

/** Whoever is on a line when the product stops still gets an answer, and no 503. */
const TO_THE_LAST = { return503OnClosing: false };

/** While the product leaves, each answer is the last on its line: the next request goes to whoever the load balancer names then. */
const sendElsewhere = (nest: NestFastifyApplication, { readiness }: Spine) =>
  nest
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_, reply) => {
      if (readiness.leaving) void reply.header('connection', 'close');
    });

/** The spine on a migrated database, without anything that listens or follows. */
export async function openSpine(config: Config, url: string, destination?: LogDestination): Promise<Spine> {
  const log = openLog(config.logLevel, destination);
  const keyring = Keyring.in(config.keysFile, { mayMake: config.makesKeys });
  const files = await openStore(config);
  const database = await Database.open(url, declaredEntities());
  const read = (after: number, limit: number) => database.read<SealedEntry>(LIVE, ENTRIES_AFTER, [after, limit]);
  const [head] = await database.read<{ seq: number }>(LIVE, 'select seq::float8 as seq from trail order by seq desc limit 1', []);
  // From the entry before the last, so that the head is published at every start.
  const stumbled = (fault: unknown) => log.error({ fault }, 'the tail of the trail stumbled');
  const bell = new Doorbell(url, stumbled);
  const tail = new Tail(bell, read, stumbled, Math.max(0, (head?.seq ?? 0) - 1));
  const accessLog = new AccessLog(database, (lines, fault) => log.error({ lines, fault }, 'lines of the access log were lost'));
  const readiness = new Readiness();
  const rounds = new Rounds(log);
  if (config.reportsDatabaseUrl !== null) {
    const replica = (database.replica = new Replica(database, config.reportsDatabaseUrl, declaredEntities()));
    readiness.watch(replicaPart(replica));
    gauge('replica_lacks', 'Entries that the replica for reports lacked when it was looked at last', () => replica.lacks);
    gauge('replica_answered', 'Reports that the replica has answered since the start', () => replica.answered);
    gauge('replica_passed_back', 'Reports that the primary had to answer since the start', () => replica.passedBack);
  }
  for (const part of [databasePart(database), migrationsPart(database), tailPart(tail), roundsPart(rounds)]) readiness.watch(part);
  return {
    config,
    database,
    act: new Act(database),
    accessLog,
    tail,
    bell,
    keyring,
    files,
    rates: new Rates(config),
    log,
    readiness,
    rounds,
  };
}

/** Everything of the product but the port: migrated, connected, assembled. */
export async function assemble(
  config: Config,
  url: string,
  destination?: LogDestination,
): Promise<{ nest: NestFastifyApplication; spine: Spine; traces: Traces | null }> {
  await migrate(url);
  const spine = await openSpine(config, url, destination);
  const http = { ...patience(config), ...TO_THE_LAST };
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.on(spine), new FastifyAdapter(http), {
    logger: false,
    // Forms have no use here; other sites could send them.
    bodyParser: false,
  });
  await openGate(nest, config, spine.rates);
  await nest.register(cookie);
  takeBytes(nest);
  sendElsewhere(nest, spine);
  // Only whoever traces loads what it takes.
  const traces =
    config.tracesUrl === null ? null : (await import('./operations/tracing.js')).openTraces(config.tracesUrl, config.tracesPercent);
  observe(nest.getHttpAdapter().getInstance(), spine.log, traces);
  await servePages(nest);
  return { nest, spine, traces };
}

/** Numbers that stand somewhere already, and are looked up when somebody asks for metrics. */
function watchNumbers({ tail, database, accessLog }: Spine, gateway: Gateway): void {
  gauge('tail_lag_seconds', 'Since all that there was had been taken in', () => tail.lagMs / 1_000);
  gauge('tail_seq', 'The last entry that was taken in', () => tail.cursor);
  gauge('sockets', 'Open sockets that are signed in', () => gateway.counts.sockets);
  gauge('socket_people', 'People behind them', () => gateway.counts.people);
  gauge('watches', 'Cases, sessions and inboxes that are watched', () => gateway.counts.watches);
  gauge('database_waiting', 'Who waits for a connection to the database', () => database.waiting);
  gauge('access_log_lost', 'Lines of the access log that could not be kept since the start', () => accessLog.lost);
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
  const { nest, spine, traces } = await assemble(config, url, destination);
  const book = new HeadBook(config.headsDir);
  spine.readiness.watch(headsPart(book));
  const isEmbedded = config.databaseUrl === null;
  spine.readiness.watch(diskPart(isEmbedded ? config.dataDir : config.headsDir, config.diskReserveMib, isEmbedded));
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
  if (post) {
    spine.readiness.watch(mailPart(() => post.isTaken));
    gauge('mail_waiting', 'Letters that wait to be sent, as of the last round of this node', () => post.lettersWaiting);
  }
  await spine.tail.start();
  const metrics = config.metricsAddress === '' ? null : await serveMetrics(config.metricsAddress);
  watchNumbers(spine, gateway);
  // What was left behind when the product last stopped is nobody's; whoever sweeps besides finds nothing.
  const sweeping = sweepFiles(spine.database, spine.files).catch((fault: unknown) =>
    spine.log.error({ fault }, 'the storage of files could not be swept'),
  );
  const leave = async (hurry?: AbortSignal) => {
    spine.readiness.leave();
    const ms = config.drainSeconds * 1_000;
    void gateway.leave(ms / 2);
    await pause(ms, undefined, { signal: hurry }).catch(() => undefined);
  };
  const close = async () => {
    spine.readiness.leave();
    // Whoever is being answered gets the answer; then their connection, kept alive for a next request, would hold us up.
    const hangingUp = setInterval(() => nest.getHttpServer().closeIdleConnections(), HANG_UP_MS);
    await metrics?.close();
    await gateway.close();
    await nest.close();
    clearInterval(hangingUp);
    await spine.tail.stop();
    await post?.close();
    await spine.accessLog.finish();
    await sweeping;
    spine.files.close();
    await traces?.close();
    await spine.database.close();
  };
  const address = (await nest.getUrl()).replace('[::1]', '127.0.0.1');
  return { address, metricsAddress: metrics?.address ?? null, spine, nest, post, leave, close };
}
