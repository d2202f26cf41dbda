import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { newFileKey, sealing } from '../../files/sealing.js';
import type { FileStore } from '../../files/store.js';
import { invalid, type Refusal } from '../../refusal.js';
import type { FileKind } from './attachment.entity.js';
import { fileKind, TELLING_BYTES } from './file-kind.js';

/** What arrived: what it is, how large, and its SHA-256 before and after it was sealed. */
export interface TakenIn {
  readonly kind: keyof typeof FileKind;
  readonly bytes: number;
  readonly digest: Buffer;
  readonly sealedDigest: Buffer;
  readonly key: Buffer;
}

export const tooLarge = (mostMegabytes: number): Refusal =>
  invalid('file', 'TOO_LONG', { ja: `ファイルは${mostMegabytes}MBまでです。`, en: `A file may have at most ${mostMegabytes} MB.` });
const empty = () => invalid('file', 'REQUIRED', { ja: 'ファイルが空です。', en: 'The file is empty.' });
const brokenOff = () => invalid('file', 'FORMAT', { ja: 'アップロードが途中で切れました。', en: 'The upload broke off.' });

/** Counts and digests what flows through it, and lets nothing through before it is known what it is. */
class Inspection extends Transform {
  kind: keyof typeof FileKind | null = null;
  bytes = 0;
  fault: Refusal | null = null;
  readonly hash = createHash('sha256');
  private head: Buffer = Buffer.alloc(0);

  constructor(private readonly mostMegabytes: number) {
    super();
  }

  override _transform(bytes: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.look(bytes).then(() => done(), done);
  }

  override _flush(done: TransformCallback): void {
    this.look(Buffer.alloc(0), true).then(() => done(), done);
  }

  private async look(bytes: Buffer, isAll = false): Promise<void> {
    this.bytes += bytes.length;
    if (this.bytes > this.mostMegabytes * 1_048_576) return this.refuse(tooLarge(this.mostMegabytes));
    if (isAll && this.bytes === 0) return this.refuse(empty());
    this.hash.update(bytes);
    if (this.kind) return void this.push(bytes);
    this.head = Buffer.concat([this.head, bytes]);
    if (this.head.length < TELLING_BYTES && !isAll) return;
    this.kind = await fileKind(this.head).catch((fault: Refusal) => this.refuse(fault));
    this.push(this.head);
  }

  private refuse(fault: Refusal): never {
    this.fault ??= fault;
    throw fault;
  }
}

class Digest extends Transform {
  readonly hash = createHash('sha256');

  override _transform(bytes: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.hash.update(bytes);
    done(null, bytes);
  }
}

/**
 * Takes a file from a request into the storage: inspected, sealed and kept as it comes, a chunk in memory at a time. Nothing is left of one
 * that is refused or breaks off. `INVALID` for a kind that is not kept, one that is too large, and one that is empty.
 */
export async function takeIn(request: IncomingMessage, store: FileStore, id: string, mostMegabytes: number): Promise<TakenIn> {
  const key = newFileKey();
  const inspection = new Inspection(mostMegabytes);
  const sealed = new Digest();
  // A request that is destroyed cannot be answered any more, so it stays outside the pipeline: whoever is refused is told why.
  const cutOff = () => request.complete || inspection.destroy((inspection.fault ??= brokenOff()));
  request.once('close', cutOff).once('error', cutOff);
  pipeline(inspection, sealing(key), sealed, () => {
    request.unpipe(inspection);
    request.resume();
  });
  request.pipe(inspection);
  try {
    await store.put(id, sealed);
  } catch (fault) {
    await store.remove(id).catch(() => undefined);
    throw inspection.fault ?? fault;
  }
  const { kind, bytes, hash } = inspection;
  return { kind: kind!, bytes, key, digest: hash.digest(), sealedDigest: sealed.hash.digest() };
}
