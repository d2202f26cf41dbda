import {
  hostAndPort,
  bucket,
  mailAddress,
  networks,
  oneOf,
  origins,
  postgresUrl,
  smtpUrl,
  something,
  text,
  webUrl,
  wholeNumber,
  yesOrNo,
  type Reader,
} from './shapes.js';

/** One setting: its name in the environment, what it is without one, what it means to whoever installs the product, and its shape. */
interface Setting<T> {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
  readonly read: Reader<T>;
}

const setting = <T>(name: string, fallback: string, read: Reader<T>, meaning: string): Setting<T> => ({ name, fallback, meaning, read });

const RATE = wholeNumber(0, 1_000_000);

/** Every setting, in the order in which `npm start -- --help` and the README list them. */
export const SETTINGS = {
  host: setting('HOST', '127.0.0.1', text, 'address to listen on'),
  port: setting('PORT', '4000', wholeNumber(0, 65_535), 'port to listen on (0–65535; 0 takes any free one)'),
  databaseUrl: setting('DATABASE_URL', '', postgresUrl, 'postgres://… of an external PostgreSQL 15 or later; empty runs the embedded one'),
  reportsDatabaseUrl: setting(
    'REPORTS_DATABASE_URL',
    '',
    postgresUrl,
    'postgres://… of a streaming replica that answers reports while it has everything; empty lets the one database answer all',
  ),
  dataDir: setting('DATA_DIR', '.data', something, 'directory of the embedded database and the published trail heads'),
  headsDir: setting(
    'HEADS_DIR',
    '',
    text,
    'directory for published trail heads, best on storage the database administrator cannot write; empty is DATA_DIR/heads',
  ),
  keysFile: setting(
    'KEYS_FILE',
    '',
    text,
    'file with the keys that seal secrets at rest, one a line, the first of them seals; empty is DATA_DIR/keys, made at the first start',
  ),
  filesDir: setting('FILES_DIR', '', text, 'directory for attached files, sealed; empty is DATA_DIR/files'),
  bucket: setting(
    'FILES_URL',
    '',
    bucket,
    's3+https://key:secret@host/bucket?region=… keeps attached files in a bucket that speaks S3; empty keeps them in FILES_DIR',
  ),
  largestFile: setting('LARGEST_FILE_MB', '25', wholeNumber(1, 500), 'megabytes that one attached file may have (1–500)'),
  demo: setting('DEMO', 'true', yesOrNo, 'true or false: fill an empty database with the demonstration network'),
  sessionHours: setting('SESSION_HOURS', '12', wholeNumber(1, 168), 'hours until a session ends (1–168)'),
  sessionIdleMinutes: setting(
    'SESSION_IDLE_MINUTES',
    '60',
    wholeNumber(5, 1_440),
    'minutes without a request after which a session ends (5–1440)',
  ),
  secureCookie: setting('SECURE_COOKIE', 'false', yesOrNo, 'true or false: mark the cookie Secure; set it behind https'),
  publicUrl: setting(
    'PUBLIC_URL',
    '',
    webUrl,
    'where people reach the product, https://…: what links in mail and calendars begin with; empty is http://HOST:PORT',
  ),
  oidcIssuer: setting(
    'OIDC_ISSUER',
    '',
    webUrl,
    'address of the OpenID provider that signs people in, https://…; empty signs in with passwords and passkeys only',
  ),
  oidcClientId: setting('OIDC_CLIENT_ID', '', text, 'what the provider calls this product'),
  oidcClientSecret: setting(
    'OIDC_CLIENT_SECRET',
    '',
    text,
    'the secret that the provider gave it; empty where it gave none (PKCE is always used)',
  ),
  oidcName: setting('OIDC_NAME', '職員認証', text, 'what the button on the sign-in page calls the provider'),
  oidcIdentifier: setting(
    'OIDC_IDENTIFIER',
    'email',
    something,
    'claim that a first sign-in is matched with what was entered for the person, such as email (only where the provider verified it) or employee_number',
  ),
  oidcSecondFactor: setting(
    'OIDC_SECOND_FACTOR',
    'here',
    oneOf('here', 'provider'),
    'here or provider: who asks for the second factor; provider is believed where its amr says mfa',
  ),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    '',
    networks,
    'addresses or networks of reverse proxies, divided by commas, whose X-Forwarded-For is believed; empty believes nobody',
  ),
  allowedOrigins: setting(
    'ALLOWED_ORIGINS',
    '',
    origins,
    "origins of other web applications, divided by commas, that may call the API with a bearer token; empty is this product's own pages only",
  ),
  browserOperations: setting(
    'BROWSER_OPERATIONS',
    'registered',
    oneOf('registered', 'any'),
    'registered or any: what may be asked with the cookie of a browser; registered are the operations of the workspace',
  ),
  introspection: setting(
    'INTROSPECTION',
    'signed-in',
    oneOf('signed-in', 'never'),
    'signed-in or never: who may ask the API for its schema; signed-in is whoever shows a bearer token',
  ),
  costBudget: setting(
    'COST_BUDGET',
    '50000',
    wholeNumber(1_000, 100_000_000),
    'what one operation may cost: a field costs 1, a list as many times what is asked of each row as it may have rows',
  ),
  ratePerPerson: setting('RATE_PER_PERSON', '1200', RATE, 'requests in a minute from one person (0 does not count)'),
  ratePerAgency: setting('RATE_PER_AGENCY', '12000', RATE, 'requests in a minute from the people of one agency (0 does not count)'),
  ratePerAddress: setting('RATE_PER_ADDRESS', '6000', RATE, 'requests in a minute from one address (0 does not count)'),
  rateOfEvents: setting('RATE_OF_EVENTS', '1200', RATE, 'events in a minute on the sockets of one person (0 does not count)'),
  atOncePerPerson: setting('AT_ONCE_PER_PERSON', '50', RATE, 'requests of one person that may be under way at once (0 does not count)'),
  socketsPerPerson: setting('SOCKETS_PER_PERSON', '30', wholeNumber(1, 100_000), 'sockets that one person may have open'),
  socketsPerAddress: setting('SOCKETS_PER_ADDRESS', '2000', wholeNumber(1, 100_000), 'sockets that may be open from one address'),
  requestSeconds: setting(
    'REQUEST_SECONDS',
    '30',
    wholeNumber(1, 3_600),
    'seconds until a request has to have arrived whole (1–3600); connections that stand still are cut off after twice as many',
  ),
  smtpUrl: setting(
    'SMTP_URL',
    '',
    smtpUrl,
    'smtp://user:password@host:port (smtps:// for TLS from the start, ?requireTLS=true for STARTTLS or nothing); empty sends no mail',
  ),
  mailFrom: setting('MAIL_FROM', 'tsunagi@localhost', mailAddress, 'the address in whose name mail goes out'),
  drainSeconds: setting(
    'DRAIN_SECONDS',
    '0',
    wholeNumber(0, 300),
    'seconds to go on serving after SIGTERM while readiness says no (0–300); behind a load balancer, twice its interval',
  ),
  diskReserveMib: setting('DISK_RESERVE_MIB', '1024', wholeNumber(0, 1_000_000_000), 'free disk space in MiB below which readiness warns'),
  metricsAddress: setting(
    'METRICS_ADDRESS',
    '',
    hostAndPort,
    'host:port on which Prometheus reads /metrics, away from the people (port 0 takes any free one); empty answers nowhere',
  ),
  tracesUrl: setting(
    'TRACES_URL',
    '',
    webUrl,
    'http://host:4318/v1/traces of an OpenTelemetry collector that takes OTLP over HTTP; empty traces nothing',
  ),
  tracesPercent: setting('TRACES_PERCENT', '100', wholeNumber(1, 100), 'of a hundred requests, how many are traced (1–100)'),
  logLevel: setting(
    'LOG_LEVEL',
    'info',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'fatal, error, warn, info, debug, trace or silent',
  ),
} as const;

type Key = keyof typeof SETTINGS;
/** The value of each setting, as it was read. */
export type Given = { readonly [K in Key]: ReturnType<(typeof SETTINGS)[K]['read']> };

export const KEYS = Object.keys(SETTINGS) as readonly Key[];
