import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { ConfigFault, type Bucket } from '../config.js';
import type { FileStore, Stored } from './store.js';

const PREFIX = 'files/';
/** The least that S3 takes for a part; with one at a time, also what an upload holds in memory. */
const PART_BYTES = 5 * 1_048_576;

/** Sealed files in a bucket of Amazon S3, or of a server that speaks as it does. */
export class BucketStore implements FileStore {
  private constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  /** Throws `ConfigFault` when the bucket cannot be reached: at the start, not when the first form is to be kept. */
  static async open({ endpoint, region, bucket, accessKeyId, secretAccessKey }: Bucket): Promise<BucketStore> {
    const client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
      // Many servers that speak S3 do not know the newer checksums; what is stored proves itself when it is opened.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    try {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    } catch (fault) {
      client.destroy();
      throw new ConfigFault(`FILES_URL: the bucket "${bucket}" cannot be used (${(fault as Error).name}).`);
    }
    return new BucketStore(client, bucket);
  }

  async put(id: string, bytes: Readable): Promise<void> {
    const upload = new Upload({ client: this.client, params: this.at(id, bytes), queueSize: 1, partSize: PART_BYTES });
    // Why the bytes ended says more than that the server would not hear of it.
    let broken: Error | undefined;
    bytes.once('error', (fault: Error) => (broken = fault));
    await upload.done().catch((fault: unknown) => {
      throw broken ?? fault;
    });
  }

  async get(id: string): Promise<Readable> {
    const { Body } = await this.client.send(new GetObjectCommand(this.at(id)));
    return Body as Readable;
  }

  async remove(id: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(id)));
  }

  async *list(): AsyncIterable<Stored> {
    let token: string | undefined;
    do {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: PREFIX, ContinuationToken: token }));
      for (const { Key, LastModified } of page.Contents ?? []) yield { id: Key!.slice(PREFIX.length), at: LastModified! };
      token = page.NextContinuationToken;
    } while (token);
  }

  close(): void {
    this.client.destroy();
  }

  private at(id: string, bytes?: Readable) {
    return { Bucket: this.bucket, Key: `${PREFIX}${id}`, ...(bytes ? { Body: bytes } : {}) };
  }
}
