import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const ID_BYTES = 4;
/** What NIST SP 800-38D asks of random nonces: 96 bits, and at most 2^32 seals under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = ID_BYTES + NONCE_BYTES + TAG_BYTES;

/** The keys cannot be used as they are set, or what was sealed cannot be opened: one clear sentence, without anything secret. */
export class KeyFault extends Error {}

interface Key {
  /** The first bytes of the key's own digest: a key cannot be taken for another. */
  readonly id: Buffer;
  readonly secret: Buffer;
}

/**
 * The keys under which secrets lie in the database and in files: the first seals, all of them open. So a new key in front of the
 * file's others takes over at the next start, and nothing that an old one sealed is lost while that one stays.
 *
 * For what fits in memory: a second factor's secret, or the key of a file that is encrypted by itself.
 */
export class Keyring {
  private constructor(private readonly keys: readonly Key[]) {}

  /**
   * The keys in a file: one a line, 32 bytes in base64; lines that begin with `#` say something to people. Makes the file, readable for its
   * owner alone, when it does not exist and `mayMake`. Throws `KeyFault` for a file that cannot be used.
   */
  static in(file: string, { mayMake }: { readonly mayMake: boolean }): Keyring {
    if (mayMake && !existsSync(file)) makeFile(file);
    const lines = linesOf(file);
    const keys = lines.flatMap((line, index) => (isKept(line) ? [keyIn(line, `line ${index + 1} of ${file}`)] : []));
    if (keys.length === 0) throw new KeyFault(`The keys in ${file} cannot be used: it holds none.`);
    return new Keyring(keys);
  }

  /**
   * Encrypts a secret under the first key. `context` says what it is and whose (`totp:<id of the row>`): it is not in the result, and must be
   * given to open it, so that a sealed secret that is put into another row opens there no more.
   */
  seal(secret: Uint8Array, context: string): Buffer {
    const [{ id, secret: key }] = this.keys as [Key, ...Key[]];
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(id, context));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([id, nonce, cipher.getAuthTag(), sealed]);
  }

  /** The secret that was sealed in this context. Throws `KeyFault` when its key is not here, or it was changed or moved. */
  open(sealed: Uint8Array, context: string): Buffer {
    const [id, nonce, tag, text] = partsOf(sealed);
    const key = this.keys.find((candidate) => candidate.id.equals(id));
    if (!key) throw new KeyFault(`Something was sealed with the key ${id.toString('hex')}, which is not among the keys that are set.`);
    try {
      const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(id, context));
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]);
    } catch {
      throw new KeyFault('Something that was sealed has been changed, or belongs elsewhere.');
    }
  }

  /** A key of its own for a context: the same each time, until another key seals, and nothing that leads back to ours (HKDF, RFC 5869). */
  derive(context: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.keys[0]!.secret, '', context, KEY_BYTES));
  }

  /** Whether the key that seals now sealed this too; what an older one sealed is best sealed again when it is next written. */
  isCurrent(sealed: Uint8Array): boolean {
    return this.keys[0]!.id.equals(partsOf(sealed)[0]);
  }
}

/** Puts a new key in front of a file's others; it seals from the next start on. Throws `KeyFault` for a file that cannot be used. */
export function addKey(file: string): void {
  Keyring.in(file, { mayMake: false });
  const lines = linesOf(file);
  const first = lines.findIndex(isKept);
  writeAside(file, [...lines.slice(0, first), newKey(), ...lines.slice(first)].join('\n'), renameSync);
}

const newKey = () => randomBytes(KEY_BYTES).toString('base64');

const boundTo = (id: Buffer, context: string) => Buffer.concat([id, Buffer.from(context)]);

function partsOf(sealed: Uint8Array): [Buffer, Buffer, Buffer, Buffer] {
  if (sealed.length < HEADER_BYTES) throw new KeyFault('Something that was sealed has been cut off.');
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const nonceEnd = ID_BYTES + NONCE_BYTES;
  return [
    bytes.subarray(0, ID_BYTES),
    bytes.subarray(ID_BYTES, nonceEnd),
    bytes.subarray(nonceEnd, HEADER_BYTES),
    bytes.subarray(HEADER_BYTES),
  ];
}

const isKept = (line: string) => line.trim() !== '' && !line.startsWith('#');

/** The fault names the line and never what is in it. */
function keyIn(line: string, where: string): Key {
  const secret = Buffer.from(line.trim(), 'base64');
  if (secret.length !== KEY_BYTES || secret.toString('base64') !== line.trim()) {
    throw new KeyFault(`The keys cannot be used: ${where} is not ${KEY_BYTES} bytes in base64.`);
  }
  return { id: createHash('sha256').update(secret).digest().subarray(0, ID_BYTES), secret };
}

function linesOf(file: string): string[] {
  try {
    // Windows keeps who may read a file elsewhere.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0) {
      throw new KeyFault(`The keys in ${file} may be read by everybody on this machine; run: chmod 600 ${file}`);
    }
    return readFileSync(file, 'utf8').split('\n');
  } catch (fault) {
    if (fault instanceof KeyFault) throw fault;
    throw new KeyFault(`The keys in ${file} cannot be read: ${(fault as Error).message}.`);
  }
}

/** Of several that start at once, the first to link its file is the one whose key all of them read. */
function makeFile(file: string): void {
  const lines = ['# Keys of Tsunagi: the first one seals, all of them open. Keep a copy apart from the database.', newKey(), ''];
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeAside(file, lines.join('\n'), (made, place) => existsSync(place) || linkSync(made, place));
  } catch (fault) {
    if (!existsSync(file)) throw new KeyFault(`No keys can be made in ${file}: ${(fault as Error).message}.`);
  }
}

/** Writes beside the file, for its owner alone, and puts what was written in its place at once. */
function writeAside(file: string, text: string, put: (made: string, place: string) => unknown): void {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(aside, text, { mode: 0o600, flag: 'wx' });
    put(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
