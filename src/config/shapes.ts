/*
 * The shapes that a setting can have. A reader takes the text of the environment and answers with its value, or throws `Unfit` with what is
 * wrong: the rest of a sentence that begins with the setting's name. What may hold a password is never repeated.
 */

/** What is wrong with a value, as the end of the sentence "NAME …". */
export class Unfit extends Error {}

export type Reader<T> = (text: string) => T;

/** What a text has to be, unless it is: the one way in which readers refuse. */
const must = (be: string, text?: string): never => {
  throw new Unfit(`must be ${be}${text === undefined ? '' : `, but is "${text}"`}.`);
};

/** Any text. */
export const text: Reader<string> = (given) => given;

/** Any text but the empty one. */
export const something: Reader<string> = (given) => {
  if (given === '') throw new Unfit('may not be empty.');
  return given;
};

export const wholeNumber =
  (low: number, high: number): Reader<number> =>
  (given) => {
    const value = Number(given);
    const fits = given.trim() !== '' && Number.isInteger(value) && value >= low && value <= high;
    return fits ? value : must(`a whole number from ${low} to ${high}`, given);
  };

export const oneOf =
  <const T extends string>(...allowed: readonly T[]): Reader<T> =>
  (given) =>
    allowed.find((option) => option === given) ?? must(`one of ${allowed.join(', ')}`, given);

export const yesOrNo: Reader<boolean> = (given) => oneOf('true', 'false')(given) === 'true';

const addressOf =
  (schemes: RegExp, be: string): Reader<string> =>
  (given) =>
    schemes.test(given) && URL.canParse(given) ? given : must(be);

const orNothing =
  <T>(read: Reader<T>): Reader<T | null> =>
  (given) =>
    given === '' ? null : read(given);

export const postgresUrl = orNothing(addressOf(/^postgres(ql)?:\/\//, 'a postgres:// address'));
export const smtpUrl = orNothing(addressOf(/^smtps?:\/\//, 'an smtp:// or smtps:// address'));

/** A bucket of a server that speaks S3, and who may write there. */
export interface Bucket {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const BUCKET = 's3+https://key:secret@host/bucket';

/** `s3+https://key:secret@host:port/bucket?region=…`, each part of it as in any address. */
export const bucket = orNothing<Bucket>((given) => {
  const address = /^s3\+(https?:\/\/.+)$/.exec(given)?.[1];
  if (!address || !URL.canParse(address)) return must(BUCKET);
  const { protocol, host, username, password, pathname, searchParams } = new URL(address);
  const name = decodeURIComponent(pathname.slice(1));
  if (!username || !password || !/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(name)) return must(BUCKET);
  const [accessKeyId, secretAccessKey] = [decodeURIComponent(username), decodeURIComponent(password)];
  return {
    endpoint: `${protocol}//${host}`,
    region: searchParams.get('region') ?? 'us-east-1',
    bucket: name,
    accessKeyId,
    secretAccessKey,
  };
});

/** An address of the web, without a slash at its end. */
export const webUrl = orNothing<string>((given) => addressOf(/^https?:\/\//, 'an http:// or https:// address')(given).replace(/\/+$/, ''));

export const mailAddress: Reader<string> = (given) => (/^[^@\s<>,;"]+@[^@\s<>,;"]+$/.test(given) ? given : must('one mail address', given));

/** A host and a port, `127.0.0.1:9464`, or nothing. */
export const hostAndPort: Reader<string> = (given) =>
  /^$|^[^\s/@]+:\d{1,5}$/.test(given) ? given : must('a host and a port such as 127.0.0.1:9464', given);

const listOf =
  (fits: (entry: string) => boolean, be: string): Reader<readonly string[]> =>
  (given) => {
    const entries = given
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);
    return entries.every(fits) ? entries : must(be, given);
  };

/** Origins as browsers write them: `https://host`, with the port where it is not the usual one. */
export const origins = listOf(
  (entry) => /^https?:\/\//.test(entry) && URL.canParse(entry) && new URL(entry).origin === entry,
  'origins such as https://app.example, divided by commas',
);

/** Addresses and networks, `10.0.0.7` or `10.0.0.0/8`. */
export const networks = listOf(
  (entry) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(entry),
  'addresses or networks such as 10.0.0.0/8, divided by commas',
);
