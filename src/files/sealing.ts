import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/*
 * A file as it lies in the storage: a byte that names the form, then chunks of 64 KiB, each sealed by itself with AES-256-GCM. The nonce of a
 * chunk is its number and whether it is the last, so that a chunk that is missing, doubled, moved or cut off opens no more, and nothing is
 * handed out before it was proved. The form is the STREAM of Hoang, Reyhanitabar, Rogaway and Vizár (2015). A key seals one file only.
 */

const CIPHER = 'aes-256-gcm';
const FORM = Buffer.from([1]);
const CHUNK = 65_536;
const TAG = 16;
const NONCE = 12;
const KEY_BYTES = 32;

/** What lies in the storage was changed, moved, cut off, or belongs to another key. */
export class SealBroken extends Error {}

/** A key for one file. */
export const newFileKey = (): Buffer => randomBytes(KEY_BYTES);

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE);
  nonce.writeUIntBE(number, NONCE - 7, 6);
  nonce[NONCE - 1] = isLast ? 1 : 0;
  return nonce;
};

/** Cuts a stream into chunks of one size. The last, which may be shorter or empty, is known only at the end. */
abstract class InChunks extends Transform {
  private parts: Buffer[] = [];
  private held = 0;
  private number = 0;

  constructor(private readonly size: number) {
    super();
  }

  protected abstract chunk(bytes: Buffer, number: number, isLast: boolean): Buffer;

  override _transform(bytes: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.attempt(done, () => {
      this.parts.push(bytes);
      this.held += bytes.length;
      if (this.held <= this.size) return;
      const whole = Buffer.concat(this.parts);
      let at = 0;
      for (; whole.length - at > this.size; at += this.size)
        this.push(this.chunk(whole.subarray(at, at + this.size), this.number++, false));
      this.parts = [whole.subarray(at)];
      this.held = whole.length - at;
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => void this.push(this.chunk(Buffer.concat(this.parts), this.number, true)));
  }

  private attempt(done: TransformCallback, step: () => void): void {
    try {
      step();
      done();
    } catch (fault) {
      done(fault as Error);
    }
  }
}

class Sealing extends InChunks {
  constructor(private readonly key: Buffer) {
    super(CHUNK);
    this.push(FORM);
  }

  protected chunk(bytes: Buffer, number: number, isLast: boolean): Buffer {
    const cipher = createCipheriv(CIPHER, this.key, nonceOf(number, isLast)).setAAD(FORM);
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

class Opening extends InChunks {
  private isNamed = false;

  constructor(private readonly key: Buffer) {
    super(CHUNK + TAG);
  }

  override _transform(bytes: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    if (this.isNamed || bytes.length === 0) return super._transform(bytes, encoding, done);
    this.isNamed = true;
    if (bytes[0] !== FORM[0]) return done(new SealBroken('A stored file is of a form that is not known.'));
    super._transform(bytes.subarray(1), encoding, done);
  }

  protected chunk(bytes: Buffer, number: number, isLast: boolean): Buffer {
    if (bytes.length < TAG) throw new SealBroken('A stored file is cut off.');
    try {
      const decipher = createDecipheriv(CIPHER, this.key, nonceOf(number, isLast), { authTagLength: TAG }).setAAD(FORM);
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()]);
    } catch {
      throw new SealBroken('A stored file has been changed or cut off.');
    }
  }
}

/** Seals what flows through it under a key that nothing else was sealed with. */
export const sealing = (key: Buffer): Transform => new Sealing(key);

/** Opens what `sealing` sealed, chunk by chunk. Fails with `SealBroken` at the first that is not as it was sealed. */
export const opening = (key: Buffer): Transform => new Opening(key);
